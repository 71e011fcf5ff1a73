import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beatShift } from '../../src-core/queue/beat-shift.ts';

const seconds = fc.double({ min: 0, max: 300, noNaN: true });
const tempo = fc.double({ min: 50, max: 210, noNaN: true });

test('begun that much earlier, a beat of the arriving track meets one of the leaving track', () => {
  fc.assert(
    fc.property(seconds, seconds, seconds, seconds, tempo, (leaveAt, enterAt, closing, opening, bpm) => {
      const seam = { leaveAtSeconds: leaveAt, enterAtSeconds: enterAt };
      const shift = beatShift(
        seam,
        { atSeconds: closing, beatsPerMinute: bpm },
        { atSeconds: opening, beatsPerMinute: bpm },
      )!;
      expect(shift).toBeGreaterThanOrEqual(0);
      expect(shift).toBeLessThan(60 / bpm + 1e-9);
      const beats = ((leaveAt - shift + opening - enterAt - closing) * bpm) / 60;
      expect(Math.abs(beats - Math.round(beats))).toBeLessThan(1e-6);
    }),
  );
});

test('tempos that are not alike do not meet; half and double ones do', () => {
  const seam = { leaveAtSeconds: 180, enterAtSeconds: 0 };
  const at = (beatsPerMinute: number) => ({ atSeconds: 10, beatsPerMinute });
  expect(beatShift(seam, at(120), at(123))).toBeNull();
  expect(beatShift(seam, at(120), at(90))).toBeNull();
  expect(beatShift(seam, at(120), at(120.5))).not.toBeNull();
  expect(beatShift(seam, at(120), at(60))).not.toBeNull();
  expect(beatShift(seam, at(60), at(120))).not.toBeNull();
});
