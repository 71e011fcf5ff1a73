import type { MoodPoint } from '../contract/mood.ts';
import type { SeamTerm } from '../contract/queue.ts';

/** Where the queue is to go. */
export type Course =
  /** Carry on from where the music is heading. */
  | { readonly kind: 'flow' }
  /** Walk to a point and stay there. `pull` from 0, gentle, to 1, firm. */
  | { readonly kind: 'target'; readonly point: MoodPoint; readonly pull: number }
  /** Be at each point after so many tracks of the journey; then stay at the last. */
  | { readonly kind: 'journey'; readonly points: readonly JourneyPoint[]; readonly start: MoodPoint }
  /** Stay within a region of the plane. */
  | { readonly kind: 'around'; readonly point: MoodPoint; readonly radius: number };

export interface JourneyPoint {
  readonly point: MoodPoint;
  /** Tracks left, counted from the next one on, until the point is reached; at least 1. */
  readonly afterTracks: number;
}

/** What the listener has asked of the queue besides its course. */
export interface Shape {
  readonly course: Course;
  /** Play what follows a track on its album, and begin albums at their beginning. */
  readonly keepAlbums: boolean;
  /** Tracks at least between two by one artist, where the library allows. */
  readonly artistGap: number;
  /** Openings outside of this arousal are not played. */
  readonly arousalLimits: { readonly lowest: number; readonly highest: number } | null;
  /** From -1, what is played often, to 1, what is hardly ever played; 0: either. */
  readonly discovery: number;
  /** What is not to be weighed. */
  readonly leftOut: readonly SeamTerm[];
  /** How much the seed may prefer one track to another as good, in units of the circumplex. */
  readonly exploration: number;
}

export const PLAIN_FLOW: Shape = {
  course: { kind: 'flow' },
  keepAlbums: false,
  artistGap: 4,
  arousalLimits: null,
  discovery: 0,
  leftOut: [],
  exploration: 0.004,
};
