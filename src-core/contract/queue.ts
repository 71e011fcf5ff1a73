import type { MoodPoint } from './mood.ts';
import type { Beat } from './sound.ts';

/** Half-second pairs as plain arrays, for reasons that cross a process border or are printed. */
export interface CurveSegment {
  readonly arousal: readonly number[];
  readonly valence: readonly number[];
}

/** Which way a course leads from the forecast: what comes next is looked for there. */
export interface TargetPull {
  readonly target: MoodPoint;
  /** The step from where the music is heading; never longer than the bound on a step. */
  readonly pull: MoodPoint;
  /** Distance from there to the target; 0 = reached. */
  readonly remaining: number;
}

/** What besides mood a listener notices where two tracks meet, and a pick weighs a little. */
export const SEAM_TERMS = ['genre', 'loudness', 'tempo', 'key', 'timbre', 'era'] as const;
export type SeamTerm = (typeof SEAM_TERMS)[number];

/** What besides the seam spoke for or against a track. */
export const PICK_EFFECTS = [
  'genre',
  'heard-lately',
  'skipped-here',
  'loved',
  'loudness',
  'tempo',
  'key',
  'timbre',
  'era',
  'discovery',
  'course',
  'chance',
] as const;

export interface PickEffect {
  readonly kind: (typeof PICK_EFFECTS)[number];
  /** In units of the circumplex, to be added to the jump that is expected; below 0 it speaks for the track. */
  readonly cost: number;
}

/** Clear beats on both sides of a seam. */
export interface SeamBeats {
  readonly leavingTrackId: number;
  /** One of those near the leaving track's end. */
  readonly leaving: Beat;
  /** One of those near the arriving track's beginning. */
  readonly arriving: Beat;
}

/** Where and how one track gives way to the next. */
export interface SeamPoints {
  /** Position in the leaving track at which the arriving one begins to sound. */
  readonly leaveAtSeconds: number;
  /** Position in the arriving track at which it begins: its first sound. */
  readonly enterAtSeconds: number;
  /** How long both sound. */
  readonly crossfadeSeconds: number;
  /** Absent where a side has no beat that is clear. */
  readonly beats?: SeamBeats;
}

/** A track that was weighed and not taken. */
export interface PassedOver {
  readonly trackId: number;
  readonly expectedJump: number;
  /** The expected jump and all effects: the lowest was taken, unless what comes after it was worse. */
  readonly cost: number;
}

/** Why a track was lined up: what the matcher compared and what it found, nothing else. */
export interface PickReason {
  /** A sentence for the listener. */
  readonly sentence: string;
  /** Which rule chose: the seam distance over several seconds, or the paper's first-half-second box. */
  readonly rule: 'continuation' | 'strict';
  /** What the sequence model expects after the leaving track; by the paper's rule, as bent by the target if there is one. */
  readonly continuation: CurveSegment;
  /** How the chosen track opens. */
  readonly opening: CurveSegment;
  /** How many half-second steps were compared. */
  readonly stepsCompared: number;
  readonly target: TargetPull | null;
  /** Tracks that could have been chosen. */
  readonly candidates: number;
  /** Tracks (this one included) too close to the best to tell apart, among which the seed chose. */
  readonly equallyGood: number;
  /**
   * Root mean square of the jump that listeners are to expect: the seam's distance and, in quadrature, what the curves may
   * be wrong by. Absent where the paper's rule chose.
   */
  readonly expectedJump?: number;
  /** Standard deviation per axis of what the two curves may be wrong by at the seam. */
  readonly uncertainty?: MoodPoint;
  readonly effects?: readonly PickEffect[];
  /** The next best that were not taken. */
  readonly passedOver?: readonly PassedOver[];
  /** Where to pass from the one into the other, if the two are not joined by their album. */
  readonly seam?: SeamPoints;
}

/** A track as a line-up names it. */
export interface TrackName {
  readonly path: string;
  readonly title: string;
  readonly artist: string | null;
}

export interface LineUp {
  readonly from: TrackName;
  readonly tracks: readonly (TrackName & {
    /** Root mean square distance where the two tracks meet, in units of the circumplex; 0 = no jump. */
    readonly seamDistance: number;
    readonly reason: PickReason;
  })[];
}
