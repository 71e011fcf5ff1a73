import type { Curve } from '../contract/analysis.ts';

/** A curve as the sequence model reads it: every step has a pair, and says whether it was there. */
export interface CurveReading {
  /** `[steps, 2]`: arousal and valence. */
  readonly pairs: Float32Array;
  /** 1 where the curve had a pair, 0 where the pair before (or, at the start, the first one) stands in. */
  readonly known: Uint8Array;
}

/**
 * Reads a curve whose missing values are NaN; a step counts as missing where either of its axes is.
 * @throws RangeError where no pair is known: there is nothing to go on from.
 */
export function readCurve({ arousal, valence }: Curve): CurveReading {
  const known = Uint8Array.from(arousal, (value, i) => (Number.isNaN(value + valence[i]) ? 0 : 1));
  let source = known.indexOf(1);
  if (source < 0) throw new RangeError('a forecast needs at least one value of the curve');
  const pairs = new Float32Array(arousal.length * 2);
  for (let step = 0; step < arousal.length; step++) {
    if (known[step] === 1) source = step;
    pairs[2 * step] = arousal[source];
    pairs[2 * step + 1] = valence[source];
  }
  return { pairs, known };
}
