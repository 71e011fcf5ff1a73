import type { SoundProfile } from './sound.ts';

/** Seconds from one value of a curve to the next: every value speaks for the half second that starts there. */
export const HOP_SECONDS = 0.5;

/** How a track feels over time; value `i` speaks for `[i, i + 1) * HOP_SECONDS`. Both axes in [-1, 1]. */
export interface Curve {
  readonly arousal: Float32Array;
  readonly valence: Float32Array;
}

/** What one pass over the samples says besides the curve. */
export interface SignalSummary {
  /** From the decoder's own count of samples, not from a header. */
  readonly durationSeconds: number;
  readonly sampleRateHz: number;
  readonly channels: number;
  /** Integrated loudness (EBU R128), or null where every block lies below the absolute gate (silence). */
  readonly loudnessLufs: number | null;
  /** Largest absolute sample of any channel, 1 = full scale. */
  readonly samplePeak: number;
  readonly leadingSilenceSeconds: number;
  readonly trailingSilenceSeconds: number;
  /** How long the sound takes, after the silence, until it is as loud as the music then is; 0: it begins so. */
  readonly fadeInSeconds: number;
  /** How long it dies away before the silence; 0: it ends as loud as it was. */
  readonly fadeOutSeconds: number;
  readonly sound: SoundProfile;
}

export interface TrackAnalysis extends Omit<SignalSummary, 'sound'> {
  readonly curve: Curve;
  /** How far each value of the curve may be off, as a standard deviation; null where the model does not tell. */
  readonly uncertainty: Curve | null;
  /** Hash of the weights that computed the curve. */
  readonly modelVersion: string;
  /** Absent where nothing has listened for it. */
  readonly sound?: SoundProfile;
}
