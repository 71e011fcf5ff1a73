import { expect, test } from 'vitest';
import { findKey } from '../../../src-core/audio/music/key.ts';
import { analyse, blocksOf, concat, noise } from '../support/blocks.ts';

const RATE_HZ = 44_100;
const MAJOR = [0, 2, 4, 5, 7, 9, 11];
const MINOR = [0, 2, 3, 5, 7, 8, 11];

/** A tone of half a second with four partials, so many semitones above middle C. */
function tone(semitones: number): Float32Array {
  const hz = 261.626 * 2 ** (semitones / 12);
  return Float32Array.from({ length: RATE_HZ / 2 }, (_, i) =>
    [1, 2, 3, 4].reduce((sum, n) => sum + (0.1 / n) * Math.sin((2 * Math.PI * hz * n * i) / RATE_HZ), 0),
  );
}

const chord = (...semitones: number[]) =>
  semitones.map(tone).reduce((sum, one) => sum.map((value, i) => value + one[i]));

/** Tonic, subdominant, dominant, tonic, and the scale up. */
function cadence(tonic: number, scale: readonly number[]): Float32Array {
  const step = (i: number) => tonic + scale[i % 7] + (i >= 7 ? 12 : 0) - 12;
  const triad = (root: number) => chord(step(root), step(root + 2), step(root + 4));
  return concat(triad(0), triad(3), triad(4), triad(0), ...scale.map((_, i) => tone(step(i))), triad(0));
}

const keyOf = async (signal: Float32Array) => (await analyse(blocksOf([signal], RATE_HZ))).summary.sound.key;

test.each([0, 1, 4, 7, 10])('a cadence in major on %d is in this key', async (tonic) => {
  const key = await keyOf(cadence(tonic, MAJOR));
  expect(key).toMatchObject({ tonic, isMinor: false });
  expect(key!.confidence).toBeGreaterThan(0.3);
});

test.each([0, 2, 6, 9, 11])('a cadence in minor on %d is in this key', async (tonic) => {
  expect(await keyOf(cadence(tonic, MINOR))).toMatchObject({ tonic, isMinor: true });
});

test('noise is in no key to rely on, silence in none', async () => {
  expect((await keyOf(noise(10 * RATE_HZ, 0.3)))?.confidence ?? 0).toBeLessThan(0.4);
  expect(await keyOf(new Float32Array(4 * RATE_HZ))).toBeNull();
});

test('all notes alike tell nothing', () => {
  expect(findKey(new Float64Array(12).fill(3))!.confidence).toBe(0);
  expect(findKey(new Float64Array(12))).toBeNull();
});
