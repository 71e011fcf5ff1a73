import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { deserialize } from 'node:v8';
import { systemCodeOf, toSegueError } from '../../contract/errors.ts';
import { separate } from '../../contract/seam.ts';
import type { HeardTrack } from './heard-track.ts';
import type { Label } from './read-labels.ts';

/** Where training leaves the curves that its models heard in excerpts they had not learnt from. */
export const HELD_OUT_CURVES = fileURLToPath(
  new URL('../../../.cache/training/heard-curves.bin', import.meta.url),
);

/** One entry of that file, as far as it matters here. */
interface KeptCurve {
  readonly song: string;
  readonly group: string;
  readonly fold: number;
  /** Arousal and valence interleaved. */
  readonly pairs: Float32Array;
  /** Standard deviation of the error of each value of `pairs`; older files have none. */
  readonly deviations?: Float32Array;
}

/**
 * The curve of each label as a model heard it that had not learnt from its artist; null where that is not known of every
 * label.
 */
export async function readHeldOutCurves(
  labels: readonly Label[],
  path: string,
): Promise<HeardTrack[] | null> {
  const kept = new Map(
    (await readKept(path)).map((curve) => [nameOf(curve.song, curve.group, curve.fold), curve]),
  );
  const found = labels.map(({ id, group, fold }) => kept.get(nameOf(id, group, fold)));
  if (!found.every((curve) => curve !== undefined)) return null;
  return found.map(({ pairs, deviations }) => ({
    curve: separate(pairs),
    deviations: deviations === undefined ? null : separate(deviations),
    sound: null,
  }));
}

async function readKept(path: string): Promise<KeptCurve[]> {
  try {
    return deserialize(await readFile(path)) as KeptCurve[];
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return [];
    throw toSegueError(error, 'read-failed', path);
  }
}

function nameOf(song: string, group: string, fold: number | null): string {
  return JSON.stringify([song, group, fold]);
}
