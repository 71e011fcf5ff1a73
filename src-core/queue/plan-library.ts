import type { MoodPoint } from '../contract/mood.ts';
import { albumOrders } from './album-order.ts';
import type { Continuation } from './expected-jump.ts';
import { buildOpeningGrid, type OpeningGrid } from './opening-grid.ts';
import { openingError, type Openings } from './openings.ts';
import type { TrackFacts } from './track-facts.ts';

/** A library as the planner sees it: plain arrays, one row per track that has a curve, and what is derived from them. */
export interface PlanLibrary {
  readonly openings: Openings;
  readonly facts: TrackFacts;
  /** Mean of each row's whole curve, arousal and valence interleaved. */
  readonly means: Float32Array;
  /** Error of the model where a row has no uncertainty of its own: standard deviation per axis. */
  readonly usualError: MoodPoint;
  readonly grid: OpeningGrid;
  /** For each row the one that follows it on its album; -1: none. */
  readonly albumNext: Int32Array;
  /** 1 for each row that something precedes on its album. */
  readonly insideAlbum: Uint8Array;
  /** What is expected after the tracks at these rows, in their order. Asked for the same row twice, it says the same. */
  readonly continuationsAfter: (rows: readonly number[]) => readonly Continuation[];
}

/** Prepares a library for planning. Takes a few milliseconds per hundred thousand rows; keep the result. */
export function preparePlanLibrary(
  given: Pick<PlanLibrary, 'openings' | 'facts' | 'means' | 'usualError' | 'continuationsAfter'>,
): PlanLibrary {
  return { ...given, grid: buildOpeningGrid(given.openings), ...albumOrders(given.facts) };
}

/** Variance of the error in a row's opening, per axis. */
export function openingVariance({ openings, usualError }: PlanLibrary, row: number): MoodPoint {
  const { arousal, valence } = openingError(openings, row, usualError);
  return { arousal: arousal * arousal, valence: valence * valence };
}
