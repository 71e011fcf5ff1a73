import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAxisSmoother } from '../../src-core/emotion/smooth-axis.ts';

test('averages the first values evenly, then gives the newest its share', () => {
  const smooth = createAxisSmoother(0.25);
  expect([0, 1, 0.5, 0.5, 1].map(smooth)).toEqual([0, 0.5, 0.5, 0.5, 0.625]);
});

test('a share of 1 changes nothing', () => {
  const smooth = createAxisSmoother(1);
  expect([0.1, -0.7, 0.3].map((value) => Math.abs(smooth(value) - value) < 1e-12)).toEqual([
    true,
    true,
    true,
  ]);
});

test('stays between the smallest and the largest value', () => {
  const values = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(values, fc.double({ min: 0.01, max: 1, noNaN: true }), (list, share) => {
      const smoothed = list.map(createAxisSmoother(share));
      expect(Math.min(...smoothed)).toBeGreaterThanOrEqual(Math.min(...list) - 1e-12);
      expect(Math.max(...smoothed)).toBeLessThanOrEqual(Math.max(...list) + 1e-12);
    }),
    { seed: 1, numRuns: 100 },
  );
});
