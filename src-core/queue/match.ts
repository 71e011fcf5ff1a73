import type { Curve } from '../contract/analysis.ts';
import type { Openings } from './openings.ts';
import type { AxisTrust } from './trust.ts';

export interface Match {
  /** Row in the openings. */
  readonly row: number;
  /** Root mean square distance over the compared steps, in units of the circumplex. */
  readonly seamDistance: number;
}

/**
 * The rows whose openings carry on best from `wanted`, nearest first; equal distances are ordered by track id,
 * so that the result does not depend on the order of the library.
 *
 * The distance of a row is `sqrt(mean_t(wa * da² + wv * dv²))` over the steps that both sides have.
 * A row is given up as soon as its sum alone exceeds the worst kept one, which makes a sweep over a large library cheap.
 *
 * @param wanted at least one pair
 * @param allowed 1 for each row that may be chosen
 * @param limit how many to keep, at least 1
 */
export function nearestOpenings(
  wanted: Curve,
  openings: Openings,
  trust: AxisTrust,
  allowed: Uint8Array,
  limit: number,
): Match[] {
  const { values, stepsPerRow, stepCounts, trackIds } = openings;
  const wantedSteps = Math.min(wanted.arousal.length, stepsPerRow);
  const kept: Match[] = [];
  let worstMeanSquare = Infinity;
  for (let row = 0; row < trackIds.length; row++) {
    if (allowed[row] !== 1) continue;
    const steps = Math.min(wantedSteps, stepCounts[row]);
    if (steps === 0) continue;
    const giveUpAt = worstMeanSquare * steps;
    let sum = 0;
    let at = row * stepsPerRow * 2;
    for (let step = 0; step < steps && sum <= giveUpAt; step++, at += 2) {
      const arousalGap = values[at] - wanted.arousal[step];
      const valenceGap = values[at + 1] - wanted.valence[step];
      sum += trust.arousal * arousalGap * arousalGap + trust.valence * valenceGap * valenceGap;
    }
    if (sum > giveUpAt) continue;
    insertSorted(kept, { row, seamDistance: Math.sqrt(sum / steps) }, trackIds);
    if (kept.length > limit) kept.pop();
    if (kept.length === limit) worstMeanSquare = kept[limit - 1].seamDistance ** 2 * ROUNDING_SLACK;
  }
  return kept;
}

/** The square of a square root can fall just below the number it came from; ties must survive the early exit. */
const ROUNDING_SLACK = 1 + 1e-9;

function insertSorted(kept: Match[], match: Match, trackIds: Int32Array): void {
  let at = kept.length;
  while (at > 0 && comesBefore(match, kept[at - 1], trackIds)) at--;
  kept.splice(at, 0, match);
}

function comesBefore(a: Match, b: Match, trackIds: Int32Array): boolean {
  if (a.seamDistance !== b.seamDistance) return a.seamDistance < b.seamDistance;
  return trackIds[a.row] < trackIds[b.row];
}
