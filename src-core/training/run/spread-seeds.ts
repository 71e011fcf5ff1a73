/** The fold that is trained for with several seeds, to see how far chance alone moves the metrics, and how many. */
export const SPREAD_FOLD = 0;
const SEEDS = 3;

/** The seeds beside the run's own. */
export function spreadSeeds(seed: number): number[] {
  return Array.from({ length: SEEDS - 1 }, (_, i) => seed + 1 + i);
}
