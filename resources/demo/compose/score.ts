/** The written score of one piece: what the composer means, before any player bends its time. */
import type { AlbumKey } from './albums.ts';
import type { ChordSpan } from './theory/harmony.ts';

/** One note. Time is in quarter-note beats from the start of the piece; `pitch` and `velocity` are MIDI numbers. */
export interface Note {
  readonly start: number;
  readonly length: number;
  readonly pitch: number;
  readonly velocity: number;
}

/** A MIDI controller change (0 to 127) at a beat: expression, pedal, vibrato. */
export interface Control {
  readonly start: number;
  readonly controller: number;
  readonly value: number;
}

/** From `start` (beats) on, quarter notes pass at `bpm`. */
export interface TempoPoint {
  readonly start: number;
  readonly bpm: number;
}

/** What a part does in the music; the checker holds each to different rules. */
export type Role = 'melody' | 'counter' | 'harmony' | 'bass' | 'drums' | 'effect';

/** How a player departs from the grid: all of it applied after the score is written. */
export interface Feel {
  /** Standard deviation of onsets, in milliseconds. */
  readonly timingMs?: number;
  /** Constant shift in milliseconds: negative plays ahead of the beat, positive lays back. */
  readonly pushMs?: number;
  /** Share of the pair that the first of two equal notes takes: 0.5 is straight, 0.667 a triplet shuffle. */
  readonly swing?: number;
  /** Length in beats of the pair that swings: 1 for eighths, 0.5 for sixteenths. */
  readonly swingUnit?: number;
  /** Standard deviation of velocity, in MIDI steps. */
  readonly velocitySpread?: number;
  /** Velocity added on the bar's first beat, half of it on the middle beat. */
  readonly accent?: number;
}

/** Where a part sits in the room. */
export interface Mix {
  /** MIDI channel volume, 0 to 127. */
  readonly volume: number;
  /** -1 (left) to 1 (right). */
  readonly pan?: number;
  /** Send to the reverb, 0 to 127. */
  readonly reverb?: number;
  /** Send to the chorus, 0 to 127. */
  readonly chorus?: number;
}

/** One player: an instrument of the General MIDI set (0 to 127), or a drum kit by its program number. */
export interface Part {
  readonly name: string;
  readonly role: Role;
  readonly program: number;
  readonly notes: readonly Note[];
  readonly controls?: readonly Control[];
  readonly feel?: Feel;
  readonly mix: Mix;
}

/** A point of the mood plane, both axes in [-1, 1]. */
export interface Mood {
  readonly arousal: number;
  readonly valence: number;
}

/** The room and the mastering of a piece. */
export interface Sound {
  /** Reverb room size, 0 to 1. */
  readonly room: number;
  /** Reverb level, 0 to 1. */
  readonly wet: number;
  /** Reverb damping of high frequencies, 0 to 1. */
  readonly damp: number;
  /** Integrated loudness of the master, in LUFS. */
  readonly loudnessLufs: number;
  /** Seconds that the room rings on after the last note. */
  readonly tailSeconds: number;
  /** Fade to silence over the last seconds, where the ending asks for one. */
  readonly fadeOutSeconds?: number;
  /** Fade in, for music that comes out of nothing. */
  readonly fadeInSeconds?: number;
  /** Extra ffmpeg audio filters for the piece's colour, before levelling. */
  readonly colour?: string;
}

/** A whole piece, ready to be performed. */
export interface Piece {
  readonly title: string;
  /** Key of the album in `albums.ts`. */
  readonly album: AlbumKey;
  readonly track: number;
  readonly seed: number;
  readonly key: string;
  readonly beatsPerBar: number;
  readonly tempo: readonly TempoPoint[];
  /** The composer's intent at the start and, where the piece moves, at its end. */
  readonly mood: { readonly opening: Mood; readonly closing: Mood };
  readonly harmony: readonly ChordSpan[];
  readonly parts: readonly Part[];
  readonly sound: Sound;
}
