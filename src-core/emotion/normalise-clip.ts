import { CLIP_FRAMES, MEL_BANDS, MEL_SIZE } from '../audio/constants.ts';
import type { ClipInputNormalisation } from './model-files/normalisation-types.ts';

/** Floor of the power before the logarithm, as in librosa's `power_to_db`: -100 dB. */
const POWER_FLOOR = 1e-10;
const DECIBELS_PER_NEPER = 10 / Math.LN10;

/** A spread below this (in dB) is silence or a constant clip; it is not blown up. */
const SMALLEST_DEVIATION_DB = 1e-3;

/** Writes one clip of mel power (`[44, 128]`, time-major) into `target` as the clip network wants it. */
export type NormaliseClip = (mel: Float32Array, target: Float32Array, targetOffset: number) => void;

/** The function for one model's normalisation; a value that is not finite counts as silence. */
export function createClipNormaliser(normalisation: ClipInputNormalisation): NormaliseClip {
  return normalisation.kind === 'per-clip' ? normalisePerClip : perBand(normalisation);
}

function decibels(power: number): number {
  return DECIBELS_PER_NEPER * Math.log(power > POWER_FLOOR && power < Infinity ? power : POWER_FLOOR);
}

function normalisePerClip(mel: Float32Array, target: Float32Array, targetOffset: number): void {
  let sum = 0;
  for (let i = 0; i < MEL_SIZE; i++) {
    const level = decibels(mel[i]);
    target[targetOffset + i] = level;
    sum += level;
  }
  const mean = sum / MEL_SIZE;
  let squares = 0;
  for (let i = 0; i < MEL_SIZE; i++) squares += (target[targetOffset + i] - mean) ** 2;
  const scale = 1 / Math.max(Math.sqrt(squares / MEL_SIZE), SMALLEST_DEVIATION_DB);
  for (let i = 0; i < MEL_SIZE; i++) {
    target[targetOffset + i] = (target[targetOffset + i] - mean) * scale;
  }
}

function perBand(normalisation: {
  mean: readonly number[];
  standardDeviation: readonly number[];
}): NormaliseClip {
  const mean = Float64Array.from(normalisation.mean);
  const scale = Float64Array.from(
    normalisation.standardDeviation,
    (value) => 1 / Math.max(value, SMALLEST_DEVIATION_DB),
  );
  return (mel, target, targetOffset) => {
    for (let frame = 0; frame < CLIP_FRAMES; frame++) {
      const row = frame * MEL_BANDS;
      for (let band = 0; band < MEL_BANDS; band++) {
        target[targetOffset + row + band] = (decibels(mel[row + band]) - mean[band]) * scale[band];
      }
    }
  };
}
