import type { MoodPoint } from '../../contract/mood.ts';
import type { PickReason } from '../../contract/queue.ts';

/** What is to be lined up. */
export interface PlanRequest {
  /** The track that comes before the first slot; null: nothing does. */
  readonly after: number | null;
  /** A track that stands where it is, or null for a place to be filled. */
  readonly slots: readonly (number | null)[];
  /** Tracks that must not be picked. */
  readonly excluded: ReadonlySet<number>;
  /** Tracks that were heard lately, the latest last: picked only where nothing else is left, the oldest first. */
  readonly heard: readonly number[];
  /** How to pick: by where the music is heading, or by chance. */
  readonly by: 'flow' | 'shuffle';
  readonly target: MoodPoint | null;
  readonly seed: number;
}

export interface PlannedTrack {
  readonly trackId: number;
  readonly origin: 'flow' | 'shuffle';
  readonly seamDistance: number | null;
  readonly reason: PickReason | null;
}

/** How two tracks meet. */
export interface Seam {
  readonly seamDistance: number;
  readonly reason: PickReason;
}

/** Lines up what plays next. The one place that the queue's keeper turns to for picks, however they are found. */
export interface QueuePlanner {
  /** A track for each empty slot, in their order; fewer where the library gives no more. The same request has the same answer. */
  readonly fill: (request: PlanRequest) => PlannedTrack[];
  /** How well a track carries on from another; null where one of them has no curve. */
  readonly judge: (after: number, trackId: number, target: MoodPoint | null) => Seam | null;
  /** Tracks have come, changed or gone, or some have got curves, which may be taken account of a little later. */
  readonly libraryChanged: (what: 'tracks' | 'curves') => void;
}
