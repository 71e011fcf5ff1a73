import type { Shape } from './shape.ts';

/** What is to be lined up. Tracks are named by their row in the library. */
export interface PlanRequest {
  /** The row that comes before the first slot; null: nothing that has a curve does. */
  readonly after: number | null;
  /** A row that stands where it is, or null for a place to be filled. */
  readonly slots: readonly (number | null)[];
  /** Rows that must not be picked, whatever else there is. */
  readonly never: ReadonlySet<number>;
  /** What was heard, the latest last: the more recent, the longer it is held back. */
  readonly heard: readonly number[];
  /** How many of these, the latest, were heard this evening: not again while anything else is left. */
  readonly heardTonight?: number;
  /** How often each row was skipped early where the music stood as it stands now. */
  readonly skips: ReadonlyMap<number, number>;
  readonly shape: Shape;
  readonly seed: number;
}

/** Tracks heard this many plays ago or less are picked only where nothing else is left. */
export const HELD_BACK_PLAYS = 50;

/** How wide the search looks. */
export interface SearchSize {
  /** Lines of picks that are followed at once, for so many slots and for as long as a course is under way; then two. */
  readonly width: number;
  readonly wideSlots: number;
  /** Ways on that are tried from each. */
  readonly branches: number;
  /** Nearest openings that are judged in full to find them. */
  readonly judged: number;
}

export const USUAL_SEARCH: SearchSize = { width: 5, wideSlots: 8, branches: 4, judged: 64 };
