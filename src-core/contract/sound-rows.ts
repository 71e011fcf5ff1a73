import { type SoundProfile, TIMBRE_SIZE } from './sound.ts';

/** Parts of an octave of power that a step of a coefficient stands for. */
export const TIMBRE_STEPS = 16;

/** How tracks sound, as plain arrays: some 15 bytes each. Row `i` speaks for the `i`-th track that was asked for. */
export interface SoundRows {
  /** Beats a minute; NaN: unknown. */
  readonly tempos: Float32Array;
  /** 255: certain. */
  readonly tempoConfidences: Uint8Array;
  /** Tonic in semitones above C, and 12 for minor; -1: unknown. */
  readonly keys: Int8Array;
  /** 255: certain. */
  readonly keyConfidences: Uint8Array;
  /** {@link TIMBRE_SIZE} coefficients a row, in sixteenths of an octave of power. */
  readonly timbres: Int8Array;
  /** 1 for each row whose timbre is known. */
  readonly hasTimbre: Uint8Array;
}

/** Of tracks of which nothing is known. */
export function emptySounds(size: number): SoundRows {
  return {
    tempos: new Float32Array(size).fill(NaN),
    tempoConfidences: new Uint8Array(size),
    keys: new Int8Array(size).fill(-1),
    keyConfidences: new Uint8Array(size),
    timbres: new Int8Array(size * TIMBRE_SIZE),
    hasTimbre: new Uint8Array(size),
  };
}

/** Of tracks that are known one by one; null: nothing is. */
export function soundRowsOf(sounds: readonly (SoundProfile | null)[]): SoundRows {
  const rows = emptySounds(sounds.length);
  sounds.forEach((sound, row) => {
    if (sound === null) return;
    const { tempo, key, timbre } = sound;
    rows.tempos[row] = tempo?.beatsPerMinute ?? NaN;
    rows.tempoConfidences[row] = confidenceByte(tempo?.confidence);
    rows.keys[row] = key === null ? -1 : key.tonic + (key.isMinor ? 12 : 0);
    rows.keyConfidences[row] = confidenceByte(key?.confidence);
    rows.timbres.set(timbreSteps(timbre), row * TIMBRE_SIZE);
    rows.hasTimbre[row] = 1;
  });
  return rows;
}

/** A confidence from 0 to 1 as a byte; unknown is none. */
export function confidenceByte(confidence: number | null | undefined): number {
  return Math.round(255 * Math.min(1, Math.max(0, confidence ?? 0)));
}

/** Coefficients in steps of a {@link TIMBRE_STEPS}th of an octave, as far as a byte goes. */
export function timbreSteps(timbre: Float32Array): Int8Array {
  return Int8Array.from(timbre, (value) => Math.max(-128, Math.min(127, Math.round(value * TIMBRE_STEPS))));
}
