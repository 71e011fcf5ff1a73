import type { Curve } from '../contract/analysis.ts';
import type { Openings } from './openings.ts';

/** A row that fits the rule. */
export interface Match {
  readonly row: number;
  /** The larger of the two gaps. */
  readonly seamDistance: number;
}

/** Half the side of the paper's box around the predicted half second (arXiv 2403.17379). */
export const STRICT_TOLERANCE = 0.05;

/**
 * The paper's rule: rows whose first half second lies within {@link STRICT_TOLERANCE} of the predicted one on
 * both axes. Nearest first by the larger of the two gaps, which is also reported as the seam distance; equal gaps
 * are ordered by track id. Empty where nothing fits: the rule then has no next track.
 */
export function strictMatches(predicted: Curve, openings: Openings, allowed: Uint8Array): Match[] {
  const { values, stepsPerRow, stepCounts, trackIds } = openings;
  const matches: Match[] = [];
  for (let row = 0; row < trackIds.length; row++) {
    if (allowed[row] !== 1 || stepCounts[row] === 0) continue;
    const at = row * stepsPerRow * 2;
    const gap = Math.max(
      Math.abs(values[at] - predicted.arousal[0]),
      Math.abs(values[at + 1] - predicted.valence[0]),
    );
    if (gap <= STRICT_TOLERANCE) matches.push({ row, seamDistance: gap });
  }
  return matches.sort((a, b) => a.seamDistance - b.seamDistance || trackIds[a.row] - trackIds[b.row]);
}
