import { seededNoise } from '../seeded-noise.ts';
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
