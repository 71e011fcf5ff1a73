import type { Curve } from '../contract/analysis.ts';
import type { MoodPoint } from '../contract/mood.ts';
import type { Openings } from './openings.ts';

/** How a track goes on after its end, as the matcher takes it. */
export interface Continuation extends Curve {
  /** Variance of what is expected about what will be felt, per axis: the curve's own error and the forecast's spread. */
  readonly variance: MoodPoint;
}

/**
 * How alike the model mishears two tracks of one genre: correlation of its errors. Measured on ratings of held-out
 * artists of the other rated set, so that what it is reported on had no part in it.
 */
export const SHARED_ERROR: MoodPoint = { arousal: 0.2, valence: 0.05 };

/** What can be expected where two tracks meet, in units of the circumplex. */
export interface Jump {
  /** Root mean square distance over the compared steps as the curves have it. */
  readonly distance: number;
  /** Root mean square of what listeners will feel: the distance and, in quadrature, what the curves may be wrong by. */
  readonly expected: number;
}

/**
 * The jump from a continuation into an opening.
 *
 * If the curves are right on average and wrong by independent errors, the expected square of the jump felt is
 * `Σ_axis (mean_t Δ² + σ²_continuation + σ²_opening - 2ρ σ_continuation σ_opening)`. So a difference far below the error
 * hardly counts, an uncertain opening costs what it risks, and where both are misheard alike, the error cancels.
 *
 * @param variance of the opening's error, per axis
 * @param sharesGenre whether the errors of both are known to be alike
 */
export function jumpInto(
  wanted: Continuation,
  openings: Openings,
  row: number,
  variance: MoodPoint,
  sharesGenre: boolean,
): Jump {
  const { values, stepsPerRow, stepCounts } = openings;
  const steps = Math.min(wanted.arousal.length, stepCounts[row]);
  let sum = 0;
  let at = row * stepsPerRow * 2;
  for (let step = 0; step < steps; step++, at += 2) {
    sum += (values[at] - wanted.arousal[step]) ** 2 + (values[at + 1] - wanted.valence[step]) ** 2;
  }
  const gap = sum / steps;
  const risk =
    sharedVariance(wanted.variance.arousal, variance.arousal, sharesGenre ? SHARED_ERROR.arousal : 0) +
    sharedVariance(wanted.variance.valence, variance.valence, sharesGenre ? SHARED_ERROR.valence : 0);
  return { distance: Math.sqrt(gap), expected: Math.sqrt(gap + risk) };
}

function sharedVariance(one: number, other: number, correlation: number): number {
  return one + other - 2 * correlation * Math.sqrt(one * other);
}
