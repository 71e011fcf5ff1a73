import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MEL_BANDS, MEL_SIZE } from '../../src-core/audio/constants.ts';
import { HEARD_BANDS } from '../../src-core/emotion/hearing/audible-levels.ts';
import { createClipNormaliser } from '../../src-core/emotion/hearing/normalise-clip.ts';
import { bandStatistics, normaliseLevels } from '../../src-core/training/clip/band-normaliser.ts';
import { clipCount, LEVEL_UNIT_DB, loadMelLevels, toLevel } from '../../src-core/training/clip/mel-cache.ts';
import { toAudible } from '../../src-core/training/clip/to-audible.ts';
import { createRandom } from '../../src-core/training/run/random.ts';
import { silentProgress } from '../../src-core/training/run/progress.ts';
import { syntheticExcerpts } from './synthetic.ts';

const RATE_HZ = 44_100;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'segue-mel-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** A mono 16-bit WAV of a tone. */
function wav(seconds: number, hertz: number): Buffer {
  const samples = Math.round(seconds * RATE_HZ);
  const file = Buffer.alloc(44 + samples * 2);
  file.write('RIFF', 0);
  file.writeUInt32LE(36 + samples * 2, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(RATE_HZ, 24);
  file.writeUInt32LE(RATE_HZ * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(samples * 2, 40);
  for (let i = 0; i < samples; i++) {
    file.writeInt16LE(Math.round(10_000 * Math.sin((2 * Math.PI * hertz * i) / RATE_HZ)), 44 + i * 2);
  }
  return file;
}

describe('loadMelLevels', () => {
  it('hears each half second once and takes it from the cache afterwards', async () => {
    const file = join(folder, 'tone.wav');
    await writeFile(file, wav(2, 440));
    const cache = join(folder, 'cache');
    const [first] = await loadMelLevels([file], 'neighbours', cache, silentProgress);
    expect(clipCount(first)).toBe(4);
    const entries = await readdir(join(cache, 'mel'));
    expect(entries).toHaveLength(1);
    const [again] = await loadMelLevels([file], 'neighbours', cache, silentProgress);
    expect(again).toEqual(first);
    expect(await readdir(join(cache, 'mel'))).toEqual(entries);
  });

  it('keeps edge modes and changed files apart', async () => {
    const file = join(folder, 'tone.wav');
    await writeFile(file, wav(1, 440));
    const cache = join(folder, 'cache');
    const [neighbours] = await loadMelLevels([file], 'neighbours', cache, silentProgress);
    const [zero] = await loadMelLevels([file], 'zero', cache, silentProgress);
    expect(zero).not.toEqual(neighbours);
    await writeFile(file, wav(1, 880));
    await utimes(file, 1e9, 1e9);
    const [changed] = await loadMelLevels([file], 'neighbours', cache, silentProgress);
    expect(changed).not.toEqual(neighbours);
    expect(await readdir(join(cache, 'mel'))).toHaveLength(3);
  });

  it('says which file is missing', async () => {
    const path = join(folder, 'gone.wav');
    await expect(loadMelLevels([path], 'zero', folder, silentProgress)).rejects.toMatchObject({
      code: 'not-found',
      path,
    });
  });
});

describe('what the network is given in training', () => {
  const random = createRandom(1);
  const power = Float32Array.from({ length: MEL_SIZE }, () => 10 ** (-9 + 8 * random.uniform()));
  const levels = Int16Array.from(power, toLevel);

  it('is what the app gives it, each clip by itself', () => {
    const ours = Float32Array.from(levels, (level) => level * LEVEL_UNIT_DB);
    normaliseLevels(ours, MEL_BANDS, { kind: 'per-clip' });
    const theirs = new Float32Array(MEL_SIZE);
    createClipNormaliser({ kind: 'per-clip' })(power, theirs, 0);
    // Half of a hundredth of a decibel, in standard deviations of about twenty decibels.
    ours.forEach((value, i) => expect(Math.abs(value - theirs[i])).toBeLessThan(1e-3));
  });

  it('is what the app gives it, by what is audible', () => {
    const audible = toAudible(levels);
    const excerpt = { ...syntheticExcerpts(1, 1)[0], levels: audible, clips: 1 };
    const normalisation = bandStatistics([excerpt]);
    const ours = Float32Array.from(audible, (level) => level * LEVEL_UNIT_DB);
    normaliseLevels(ours, HEARD_BANDS, normalisation);
    const theirs = new Float32Array(audible.length);
    createClipNormaliser(normalisation)(power, theirs, 0);
    // Two roundings to a hundredth of a decibel, in standard deviations of a few decibels.
    ours.forEach((value, i) => expect(Math.abs(value - theirs[i])).toBeLessThan(1e-2));
  });
});
