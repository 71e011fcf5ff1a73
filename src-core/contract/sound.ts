/** A steady beat. */
export interface Tempo {
  readonly beatsPerMinute: number;
  /** From 0, no beat is felt, to 1: each is like the other. */
  readonly confidence: number;
}

/** One of the beats of a stretch of music, from which the others follow. */
export interface Beat {
  readonly atSeconds: number;
  /** Of the stretch. */
  readonly beatsPerMinute: number;
}

/** A key that a track is in on the whole. */
export interface MusicalKey {
  /** Semitones from C up to its tonic, 0 to 11. */
  readonly tonic: number;
  readonly isMinor: boolean;
  /** From 0, others fit as well, to 1. */
  readonly confidence: number;
}

/** Numbers that tell the colour of a sound. */
export const TIMBRE_SIZE = 8;

/** How a track sounds on the whole, besides how it feels. */
export interface SoundProfile {
  /** Null: too short, or nothing begins. */
  readonly tempo: Tempo | null;
  /** In the track's first and last seconds; null: none that is clear. */
  readonly openingBeat: Beat | null;
  readonly closingBeat: Beat | null;
  /** Null: nothing sounds. */
  readonly key: MusicalKey | null;
  /** {@link TIMBRE_SIZE} cepstral coefficients of its mean levels, loudness left out, in octaves of power. */
  readonly timbre: Float32Array;
}
