import type { Curve } from '../contract/analysis.ts';
import type { MoodPoint } from '../contract/mood.ts';
import type { Openings } from './openings.ts';

/** How a track goes on after its end, as the matcher takes it. */
export interface Continuation extends Curve {
  /** Variance of what is expected about what will be felt, per axis: the curve's own error and the forecast's spread. */
  readonly variance: MoodPoint;
}

/**
 * How alike the model mishears two tracks of one genre: correlation of its errors. On two fifths of one rated set and on
 * another whole one, of other music, 0.15 to 0.25 and 0.03 to 0.12 were measured, and queues were smoothest with a little
 * more; what is reported was not looked at to choose.
 */
const SHARED_ERROR: MoodPoint = { arousal: 0.3, valence: 0.1 };

/** What can be expected where two tracks meet, in units of the circumplex. */
export interface Jump {
  /** Root mean square distance on the plane over the compared steps, as the curves have it. */
  readonly distance: number;
  /** Root mean square of what listeners will feel: the distance and, in quadrature, what the curves may be wrong by. */
  readonly expected: number;
  /** Variance, per axis, of what the two curves may be wrong by. */
  readonly risk: MoodPoint;
}

/** Mean squares, per axis, of how far an opening lies from a continuation. */
export type Gaps = MoodPoint;

export function gapsInto(from: Curve, { values, stepsPerRow, stepCounts }: Openings, row: number): Gaps {
  const steps = Math.min(from.arousal.length, stepCounts[row]);
  let arousal = 0;
  let valence = 0;
  let at = row * stepsPerRow * 2;
  for (let step = 0; step < steps; step++, at += 2) {
    arousal += (values[at] - from.arousal[step]) ** 2;
    valence += (values[at + 1] - from.valence[step]) ** 2;
  }
  return { arousal: arousal / steps, valence: valence / steps };
}

/**
 * The jump where curves lie so far apart.
 *
 * If the curves are right on average and wrong by errors of variance `s_k = σ²_continuation + σ²_opening - 2ρ σ_continuation
 * σ_opening` on axis `k`, the jump felt is `sqrt(Σ_k (w_k mean_t Δ_k² + s_k))` in root mean square, where `w_k`, in inverse
 * proportion to `s_k` and 1 on average, lets the axis that is heard better decide (Mahalanobis 1936). So a difference far
 * below the error hardly counts, an uncertain opening costs what it risks, and where both are misheard alike the error
 * cancels.
 *
 * @param leaving and `arriving`: variances of the curves' errors, per axis
 * @param sharesGenre whether the errors of both are known to be alike
 */
export function jumpOver(gaps: Gaps, leaving: MoodPoint, arriving: MoodPoint, sharesGenre: boolean): Jump {
  const risk = {
    arousal: sharedVariance(leaving.arousal, arriving.arousal, sharesGenre ? SHARED_ERROR.arousal : 0),
    valence: sharedVariance(leaving.valence, arriving.valence, sharesGenre ? SHARED_ERROR.valence : 0),
  };
  const total = risk.arousal + risk.valence;
  const gap = (2 * (gaps.arousal * risk.valence + gaps.valence * risk.arousal)) / total;
  return { distance: Math.sqrt(gaps.arousal + gaps.valence), expected: Math.sqrt(gap + total), risk };
}

function sharedVariance(one: number, other: number, correlation: number): number {
  return one + other - 2 * correlation * Math.sqrt(one * other);
}
