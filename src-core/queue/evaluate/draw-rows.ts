import { seededNoise } from '../seeded-noise.ts';
import { deviation } from './measures.ts';
import type { RatedLibrary } from './rated-library.ts';

/** Share of the tracks that are drawn. */
const SHARE = 2 / 3;

/** Some of a library's rows, two thirds of them, in the order in which the seed draws them. */
export function drawRows({ tracks }: RatedLibrary, seed: number): number[] {
  const size = Math.max(2, Math.round(tracks.length * SHARE));
  const rows = Array.from(tracks.keys());
  const lots = rows.map((row) => seededNoise(seed, 0, row));
  return rows.sort((a, b) => lots[a] - lots[b]).slice(0, size);
}

/**
 * Standard error of a figure by which tracks happen to have been rated, from what it came to in each of the parts of one library that were drawn: their deviation,
 * enlarged for what they have in common (delete-d jackknife, which holds for quantiles as well; Shao & Wu 1989).
 * Null for fewer than two parts.
 */
export function errorOverParts(figures: readonly number[]): number | null {
  return figures.length < 2 ? null : deviation(figures) * Math.sqrt(SHARE / (1 - SHARE));
}
