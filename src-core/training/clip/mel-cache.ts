import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { analyseSignal, type EdgeMode } from '../../audio/analyse-signal.ts';
import { MEL_SIZE } from '../../audio/constants.ts';
import { openPcm } from '../../audio/open-pcm.ts';
import { SegueError, systemCodeOf, toSegueError } from '../../contract/errors.ts';
import type { Progress } from '../run/progress.ts';

/** Raise it when the signal path changes what a mel clip holds: older features are then computed again. */
const FEATURE_VERSION = 1;

/** Power below this counts as silence: -100 dB, the floor of the models' input. */
const POWER_FLOOR = 1e-10;

/**
 * Clips of one file as levels in hundredths of a decibel, `[clips, 44, 128]`. Sixteen bits are plenty (the error of
 * 0.005 dB is far below any music's own unrest) and keep eleven hours of music in under a gigabyte.
 */
export type MelLevels = Int16Array;

/** Levels of one unit of {@link MelLevels}, in dB. */
export const LEVEL_UNIT_DB = 0.01;

/** Number of clips in `levels`. */
export function clipCount(levels: MelLevels): number {
  return levels.length / MEL_SIZE;
}

/**
 * Mel clips of every file, decoded once and kept in `cacheFolder`; a run that is cut off goes on where it stopped.
 * A file's entry is named after its path, size, time of change, the feature version and the edge mode.
 * @throws {SegueError} of the audio reader for a file that cannot be heard.
 */
export async function loadMelLevels(
  files: readonly string[],
  edges: EdgeMode,
  cacheFolder: string,
  progress: Progress,
): Promise<MelLevels[]> {
  const folder = join(cacheFolder, 'mel');
  await mkdir(folder, { recursive: true });
  progress.stage('Listening', files.length);
  const all: MelLevels[] = [];
  for (const file of files) {
    all.push(await loadOne(file, edges, folder));
    progress.step(all.length);
  }
  progress.end();
  return all;
}

/** Level of a mel power in the cache's unit. */
export function toLevel(power: number): number {
  return Math.round((10 / LEVEL_UNIT_DB) * Math.log10(power > POWER_FLOOR ? power : POWER_FLOOR));
}

async function loadOne(file: string, edges: EdgeMode, folder: string): Promise<MelLevels> {
  const entry = join(folder, await entryName(file, edges));
  try {
    const bytes = await readFile(entry);
    return new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  } catch (error) {
    if (systemCodeOf(error) !== 'ENOENT') throw toSegueError(error, 'read-failed', entry);
  }
  const levels = await computeLevels(file, edges);
  await writeFile(`${entry}.partial`, levels);
  await rename(`${entry}.partial`, entry);
  return levels;
}

async function entryName(file: string, edges: EdgeMode): Promise<string> {
  const info = await stat(file).catch((error: unknown) => {
    throw new SegueError('not-found', `The audio file ${file} of the training data is missing.`, {
      path: file,
      cause: error,
    });
  });
  const key = [file, info.size, info.mtimeMs, FEATURE_VERSION, edges].join('\n');
  return `${createHash('sha256').update(key).digest('hex').slice(0, 24)}.i16`;
}

async function computeLevels(file: string, edges: EdgeMode): Promise<MelLevels> {
  const clips: Int16Array[] = [];
  await analyseSignal(openPcm(file), (mel) => clips.push(Int16Array.from(mel, toLevel)), { edges });
  const levels = new Int16Array(clips.length * MEL_SIZE);
  clips.forEach((clip, index) => levels.set(clip, index * MEL_SIZE));
  return levels;
}
