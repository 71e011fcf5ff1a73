import { type MoodPoint, moodDistance } from '../../contract/mood.ts';
import type { RatedLibrary } from './rated-library.ts';

/** Rows that each course starts from. */
const STARTS = 24;

/** Distance from a wish within which it is reached, in units of the circumplex. */
const REACHED = 0.25;

/** Where on the plane people hear each of some rows. */
export function ratingsOf({ tracks }: RatedLibrary, rows: readonly number[]): MoodPoint[] {
  return rows.map((row) => tracks[row].rating);
}

/** The rows that people hear nearest to a point, nearest first. */
export function ratedNear({ tracks }: RatedLibrary, point: MoodPoint): number[] {
  const rows = Array.from(tracks.keys());
  rows.sort((a, b) => moodDistance(tracks[a].rating, point) - moodDistance(tracks[b].rating, point) || a - b);
  return rows.slice(0, STARTS);
}

/** How far each step of a path leads. */
export function jumpsOf(path: readonly MoodPoint[]): number[] {
  return path.slice(1).map((point, i) => moodDistance(path[i], point));
}

/** Share of distances from a wish at which it counts as reached. */
export function shareReached(distances: readonly number[]): number {
  return distances.filter((distance) => distance <= REACHED).length / distances.length;
}
