import type { MoodPoint } from '../contract/mood.ts';
import { EASINGS, type Legality, type Trail } from './legality.ts';
import { nearestLevels } from './opening-grid.ts';
import type { PlanLibrary } from './plan-library.ts';
import { seededNoise } from './seeded-noise.ts';
import type { Shape } from './shape.ts';

/** What says which rows may come next. */
export interface NextRows {
  readonly library: PlanLibrary;
  readonly shape: Shape;
  readonly legality: Legality;
}

/** The one row that the album asks for after another, where albums are kept; null where it does not ask. */
export function albumFollower(
  { library: { albumNext }, shape, legality: { mayFollow } }: NextRows,
  after: number | null,
  trail: Trail | null,
): number[] | null {
  if (!shape.keepAlbums || after === null) return null;
  for (let next = albumNext[after]; next >= 0; next = albumNext[next]) {
    if (mayFollow(next, trail, EASINGS)) return [next];
  }
  return null;
}

/**
 * The rows that may follow and begin nearest to a point, with the rules of convenience eased no more than needed.
 * @param count how many at the most
 */
export function nearby(
  { library, shape, legality: { mayFollow } }: NextRows,
  trail: Trail | null,
  wanted: MoodPoint,
  count: number,
): number[] {
  for (let easing = 0; easing <= EASINGS; easing++) {
    const rows = nearestLevels(library.grid, library.openings.trackIds, wanted, count, (row) => {
      if (shape.keepAlbums && library.insideAlbum[row] === 1 && easing < EASINGS) return false;
      return mayFollow(row, trail, easing);
    });
    if (rows.length > 0) return rows;
  }
  return [];
}

/** Any row that may follow, with the rules of convenience eased no more than needed; null where there is none. */
export function byChance(
  { library: { openings }, legality: { open, mayFollow } }: NextRows,
  trail: Trail | null,
  seed: number,
): number | null {
  for (let easing = 0; easing <= EASINGS; easing++) {
    let chosen: number | null = null;
    let most = -Infinity;
    for (let row = 0; row < open.length; row++) {
      if (open[row] === 0 || !mayFollow(row, trail, easing)) continue;
      const lot = seededNoise(seed, 0, openings.trackIds[row]);
      if (lot > most) [chosen, most] = [row, lot];
    }
    if (chosen !== null) return chosen;
  }
  return null;
}
