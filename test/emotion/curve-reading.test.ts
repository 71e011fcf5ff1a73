import { expect, test } from 'vitest';
import { readCurve } from '../../src-core/emotion/curve-reading.ts';

test('missing steps take the pair before them, or at the start the first known one, and are marked', () => {
  const { pairs, known } = readCurve({
    arousal: Float32Array.of(NaN, 0.25, 0.5, NaN, 0.75),
    valence: Float32Array.of(0.5, -0.25, NaN, NaN, -0.5),
  });
  expect([...pairs]).toEqual([0.25, -0.25, 0.25, -0.25, 0.25, -0.25, 0.25, -0.25, 0.75, -0.5]);
  expect([...known]).toEqual([0, 1, 0, 0, 1]);
});

test('a curve of which nothing is known cannot be read', () => {
  expect(() => readCurve({ arousal: Float32Array.of(NaN), valence: Float32Array.of(0) })).toThrow(RangeError);
});
