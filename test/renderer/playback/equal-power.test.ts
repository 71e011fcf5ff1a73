import fc from 'fast-check';
import { expect, it } from 'vitest';
import { equalPowerGains } from '../../../renderer/playback/equal-power.ts';

it('keeps the sum of powers at 1 for every progress', () => {
  fc.assert(
    fc.property(fc.double({ min: -2, max: 3, noNaN: true }), (progress) => {
      const { leaving, arriving } = equalPowerGains(progress);
      expect(leaving ** 2 + arriving ** 2).toBeCloseTo(1, 12);
      expect(Math.min(leaving, arriving)).toBeGreaterThanOrEqual(0);
    }),
  );
});

it('begins with the leaving side alone and ends with the arriving one alone', () => {
  expect(equalPowerGains(0)).toEqual({ leaving: 1, arriving: 0 });
  expect(equalPowerGains(1)).toEqual({ leaving: 0, arriving: 1 });
  const half = equalPowerGains(0.5);
  expect(half.leaving).toBeCloseTo(half.arriving, 12);
});
