import fc from 'fast-check';
import { expect, it } from 'vitest';
import { levelGain, REFERENCE_LUFS } from '../../../renderer/playback/level.ts';

it('never turns up and never clips', () => {
  const loudness = fc.option(fc.double({ min: -70, max: 6, noNaN: true }));
  const peak = fc.option(fc.double({ min: 0, max: 4, noNaN: true }));
  fc.assert(
    fc.property(loudness, peak, (loudnessLufs, samplePeak) => {
      const gain = levelGain(loudnessLufs, samplePeak);
      expect(gain).toBeGreaterThan(0);
      expect(gain).toBeLessThanOrEqual(1);
      expect(gain * (samplePeak ?? 0)).toBeLessThanOrEqual(Math.max(1, 0) + 1e-12);
    }),
  );
});

it('brings what is louder than the reference down to it', () => {
  const gain = levelGain(-8, 1);
  expect(-8 + 20 * Math.log10(gain)).toBeCloseTo(REFERENCE_LUFS, 9);
});

it('leaves what is quieter, and what was not measured, as it is', () => {
  expect(levelGain(-25, 0.5)).toBe(1);
  expect(levelGain(null, null)).toBe(1);
});
