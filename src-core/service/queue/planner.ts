import type { PickReason } from '../../contract/queue.ts';
import type { Shape } from '../../queue/shape.ts';
import type { SeamCurves } from '../planning/seam-curves.ts';

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
  /** What is asked of a track by its slot: a journey goes on meanwhile, and so does the day. */
  readonly shapeAt: (slot: number) => Shape;
  /** Since when, in milliseconds since 1970, what was heard is not to be heard again while there is anything else. */
  readonly eveningSinceMs: number;
  readonly seed: number;
}

export interface PlannedTrack {
  readonly trackId: number;
  readonly origin: 'flow' | 'shuffle';
  readonly seamDistance: number | null;
  readonly reason: PickReason | null;
}

export interface Planned {
  /** A track for each empty slot, in their order; fewer where no more may be picked. */
  readonly tracks: readonly PlannedTrack[];
  /** Which of the listener's rules leave too few, in a sentence; null where there are enough, or no more to be had. */
  readonly shortage: string | null;
}

/** How two tracks meet. */
export interface Seam {
  readonly seamDistance: number;
  readonly reason: PickReason;
}

/** Lines up what plays next. The one place that the queue's keeper turns to for picks, however they are found. */
export interface QueuePlanner {
  /** The same request has the same answer. */
  readonly fill: (request: PlanRequest) => Planned;
  /**
   * How well a track carries on from another, with the terms that the listener has left; null where one of them has no curve.
   */
  readonly judge: (after: number, trackId: number, leftOut: Shape['leftOut']) => Seam | null;
  /** The curves that meet where a track comes after another; null where one of them has none. */
  readonly curvesAt: (after: number, trackId: number) => SeamCurves | null;
  /** The tracks in the order with the least jolt; those without a curve stay at the end. */
  readonly smooth: (trackIds: readonly number[]) => number[];
  /** Whether the limits and the region of a shape allow a track. */
  readonly fits: (trackId: number, shape: Pick<Shape, 'arousalLimits' | 'course'>) => boolean;
  /** How long a track of the library is, on average. */
  readonly meanTrackSeconds: () => number;
  /** How many tracks with curves it last picked among; 0 before it was asked for anything. Costs nothing. */
  readonly knownCurves: () => number;
  /** Begins to load what planning needs, so that the first plan need not wait for it. */
  readonly prepare: () => void;
  /** Tracks have come, changed or gone, or some have got curves, which may be taken account of a little later. */
  readonly libraryChanged: (what: 'tracks' | 'curves') => void;
  /** A track was heard to its end. */
  readonly heard: (trackId: number) => void;
  /** The listener loves other tracks than before. */
  readonly marksChanged: () => void;
  readonly close: () => void;
}
