import { expect, test } from 'vitest';
import { MEL_SIZE } from '../../../src-core/audio/constants.ts';
import {
  createLevelMeter,
  HEARD_BANDS,
  LEVELS_SIZE,
  meanLevel,
} from '../../../src-core/emotion/hearing/audible-levels.ts';
import { createClipNormaliser } from '../../../src-core/emotion/hearing/normalise-clip.ts';
import { TestRandom, largestDifference } from '../random.ts';

const BANDS = Array.from({ length: HEARD_BANDS }, (_, band) => band);
const AUDIBLE = {
  kind: 'audible',
  mean: BANDS.map((band) => -20 - band / 4),
  standardDeviation: BANDS.map((band) => 5 + band / 16),
} as const;

/** Mel power over 14 decades, some of it exactly zero. */
function randomMel(seed: number): Float32Array {
  const random = new TestRandom(seed);
  return Float32Array.from({ length: MEL_SIZE }, (_, i) =>
    i % 97 === 0 ? 0 : 10 ** (7 * random.next() - 3),
  );
}

test('audible: levels relative to their mean, shifted and scaled by the statistics, written at the offset, shown before', () => {
  const mel = randomMel(1);
  const target = new Float32Array(LEVELS_SIZE + 20).fill(7);
  let shown = new Float32Array();
  createClipNormaliser(AUDIBLE, (levels) => (shown = levels.slice()))(mel, target, 10);
  const levels = createLevelMeter()(mel);
  expect(shown).toEqual(levels);
  const expected = Array.from(levels, (level, i) => {
    const band = i % HEARD_BANDS;
    return (level - meanLevel(levels) - AUDIBLE.mean[band]) / AUDIBLE.standardDeviation[band];
  });
  expect(largestDifference(target.subarray(10, 10 + LEVELS_SIZE), expected)).toBeLessThan(2e-5);
  expect(
    [...target.subarray(0, 10), ...target.subarray(10 + LEVELS_SIZE)].every((value) => value === 7),
  ).toBe(true);
});

test('per clip: mean 0 and standard deviation 1, whatever the gain', () => {
  const mel = randomMel(2).map((power) => Math.max(power, 1e-4));
  const [quiet, loud] = [mel, mel.map((power) => power * 1000)].map((clip) => {
    const target = new Float32Array(MEL_SIZE);
    createClipNormaliser({ kind: 'per-clip' })(clip, target, 0);
    return target;
  });
  const mean = quiet.reduce((sum, value) => sum + value, 0) / MEL_SIZE;
  const variance = quiet.reduce((sum, value) => sum + (value - mean) ** 2, 0) / MEL_SIZE;
  expect(mean).toBeCloseTo(0, 5);
  expect(variance).toBeCloseTo(1, 5);
  expect(largestDifference(quiet, loud)).toBeLessThan(1e-5);
});

test.each([
  ['silence', 0],
  ['the loudest number', 3.4e38],
  ['infinity', Infinity],
  ['not a number', NaN],
  ['a negative number', -1],
])('%s stays finite in both ways', (_name, power) => {
  for (const normalisation of [AUDIBLE, { kind: 'per-clip' } as const]) {
    const target = new Float32Array(MEL_SIZE);
    createClipNormaliser(normalisation)(new Float32Array(MEL_SIZE).fill(power), target, 0);
    expect(target.every(Number.isFinite)).toBe(true);
  }
});
