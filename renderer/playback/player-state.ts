import type { Cue } from './cue.ts';
import type { CrossfadeSetting } from './join.ts';

export type DeckName = 'a' | 'b';

/**
 * idle: nothing is loaded. seam: one track passes into the next on both decks. preview: the seam to come is heard ahead of
 * its time. error: stopped, and `trouble` says why.
 */
export type Phase = 'idle' | 'playing' | 'seam' | 'preview' | 'paused' | 'error';

/** The crossfade that is under way, or, of 0 seconds, tracks that are being joined end to end. */
export interface Seam {
  readonly leaving: Cue;
  readonly leavingGain: number;
  readonly seconds: number;
  /** Position in the leaving track where its part is over; null: with the file. */
  readonly overAtSeconds: number | null;
  /** Position at which the arriving track began. */
  readonly arriveAtSeconds: number;
  /** Where in the leaving track it was to begin, if its beats are to fall on that one's; null: no matter. */
  readonly inStepFromSeconds: number | null;
  /** The arriving track has been heard: until then the leaving one stays as loud as it was. */
  readonly begun: boolean;
}

/** The next seam, heard ahead of its time; afterwards the music goes on where it was. */
export interface Preview {
  readonly seam: {
    readonly leaveAtSeconds: number;
    readonly arriveAtSeconds: number;
    readonly arrivingGain: number;
    readonly seconds: number;
    readonly onBeat: boolean;
  };
  /** lead: only the leaving track; fade: both; tail: only the arriving one. */
  readonly stage: 'lead' | 'fade' | 'tail';
  /** The leaving track's file has run out. */
  readonly isLeavingOver: boolean;
  readonly heardSeconds: number;
}

export type Trouble =
  /** The browser plays nothing before the listener has touched the page. */
  | { readonly kind: 'press-play' }
  /** Music comes from the core, and the core is away; playing goes on by itself once it is back. */
  | { readonly kind: 'core-away' }
  | { readonly kind: 'nothing-plays'; readonly message: string };

export interface PlayerState {
  readonly phase: Phase;
  /** The deck of `current`; the other one holds what leaves, or what comes next, or nothing. */
  readonly deck: DeckName;
  readonly current: Cue | null;
  /** What `current` is played at, not counting fades. */
  readonly gain: number;
  /** Where the music is; during a preview, where it goes back to. */
  readonly positionSeconds: number;
  /** What the queue says comes next. */
  readonly next: Cue | null;
  /** `next` lies on the other deck. */
  readonly preloaded: boolean;
  /** Set in phase 'seam' only. */
  readonly seam: Seam | null;
  /** Set in phase 'preview' only. */
  readonly preview: Preview | null;
  /** The listener wants music: once there is something to play, it plays. */
  readonly wanted: boolean;
  /** Pause when `current` is over. */
  readonly stopAfterCurrent: boolean;
  readonly crossfade: CrossfadeSetting;
  /** Tracks that failed with none played between them. */
  readonly failuresInARow: number;
  /** Tracks that failed to preload while `current` plays. */
  readonly failedPreloads: number;
  readonly trouble: Trouble | null;
}

export const IDLE: PlayerState = {
  phase: 'idle',
  deck: 'a',
  current: null,
  gain: 1,
  positionSeconds: 0,
  next: null,
  preloaded: false,
  seam: null,
  preview: null,
  wanted: false,
  stopAfterCurrent: false,
  crossfade: 'auto',
  failuresInARow: 0,
  failedPreloads: 0,
  trouble: null,
};

/** Music plays, or will go on by itself after a preview. */
export function isUnderWay({ phase, wanted }: PlayerState): boolean {
  return phase === 'playing' || phase === 'seam' || (phase === 'preview' && wanted);
}

export type PlayerEvent =
  /** How the queue stands; comes with every change of it or of the settings. */
  | {
      readonly type: 'queue';
      readonly current: Cue | null;
      readonly next: Cue | null;
      readonly crossfade: CrossfadeSetting;
      /** Where to begin if `current` is new, for going on where the listener left off. */
      readonly atSeconds?: number;
    }
  | { readonly type: 'play' }
  | { readonly type: 'pause' }
  | { readonly type: 'seek'; readonly seconds: number }
  | { readonly type: 'skip' }
  /** Plays the seam to come now, or goes back to the music. */
  | { readonly type: 'hear-seam'; readonly on: boolean }
  | { readonly type: 'stop-after-current'; readonly on: boolean }
  /** Positions on both decks, and the lengths of what is on them, as the media elements tell them. */
  | {
      readonly type: 'clock';
      readonly positionSeconds: Readonly<Record<DeckName, number>>;
      readonly durationSeconds?: Readonly<Record<DeckName, number | null>>;
    }
  | { readonly type: 'ended'; readonly deck: DeckName }
  | { readonly type: 'failed'; readonly deck: DeckName; readonly message: string; readonly coreAway: boolean }
  | { readonly type: 'blocked'; readonly deck: DeckName }
  | { readonly type: 'core-back' };

export type Effect =
  | {
      readonly do: 'load';
      readonly deck: DeckName;
      readonly cue: Cue;
      readonly atSeconds: number;
      readonly gain: number;
    }
  | { readonly do: 'play' | 'pause' | 'unload'; readonly deck: DeckName }
  | { readonly do: 'seek'; readonly deck: DeckName; readonly seconds: number }
  | { readonly do: 'gain'; readonly deck: DeckName; readonly gain: number }
  /** Lets a deck run a little faster or slower than its track's own pace, which is 1. */
  | { readonly do: 'rate'; readonly deck: DeckName; readonly rate: number }
  /** Tells the core what became of the current entry; the queue moves on to the next. */
  | {
      readonly do: 'advance';
      readonly entryId: number;
      readonly reason: 'finished' | 'skipped' | 'failed';
      readonly atSeconds: number;
    }
  /** Takes an entry that cannot be played out of the queue before its turn comes. */
  | { readonly do: 'pass-over'; readonly entryId: number }
  | { readonly do: 'report-position' };
