import type { Curve } from '../contract/analysis.ts';

/** Four decimals: finer than any model's error, and short to send and to read. */
export function forPrint(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

/** The first steps of a curve, for print; all of them where no number is given. */
export function segmentForPrint(
  { arousal, valence }: Curve,
  steps?: number,
): { arousal: number[]; valence: number[] } {
  return {
    arousal: Array.from(arousal.subarray(0, steps), forPrint),
    valence: Array.from(valence.subarray(0, steps), forPrint),
  };
}
