import { CLIP_FRAMES, MEL_BANDS, MEL_SIZE } from '../../audio/constants.ts';
import { Kernel } from '../kernel/instance.ts';
import type { ClipInputNormalisation } from '../model-files/normalisation-types.ts';
import { createLevelMeter, HEARD_BANDS, LEVELS_SIZE, meanLevel } from './audible-levels.ts';

/** Floor of the power before the logarithm, as in librosa's `power_to_db`: -100 dB. */
const POWER_FLOOR = 1e-10;

/** A spread below this (in dB) is silence or a constant clip; it is not blown up. */
const SMALLEST_DEVIATION_DB = 1e-3;

/** Numbers that the clip network reads of a frame. */
export function inputBands({ kind }: ClipInputNormalisation): number {
  return kind === 'audible' ? HEARD_BANDS : MEL_BANDS;
}

/** Writes one clip of mel power (`[44, 128]`, time-major) into `target` as the clip network wants it. */
export type NormaliseClip = (mel: Float32Array, target: Float32Array, targetOffset: number) => void;

/**
 * The function for one model's normalisation; a power that is not a positive finite number counts as silence.
 * @param onLevels shown the clip's audible levels, `[44, 51]` dB, to be read at once; only where they are the input
 */
export function createClipNormaliser(
  normalisation: ClipInputNormalisation,
  onLevels: (levels: Float32Array) => void = () => undefined,
): NormaliseClip {
  if (normalisation.kind === 'per-clip') return createOwnNormaliser();
  const measure = createLevelMeter();
  return (mel, target, targetOffset) => {
    const levels = measure(mel);
    onLevels(levels);
    standardiseLevels(levels, normalisation, target, targetOffset);
  };
}

/** Writes audible levels, relative to their mean, in standard deviations of the training set's bands. */
export function standardiseLevels(
  levels: Float32Array,
  { mean, standardDeviation }: Extract<ClipInputNormalisation, { kind: 'audible' }>,
  target: Float32Array,
  targetOffset: number,
): void {
  const level = meanLevel(levels);
  for (let band = 0; band < HEARD_BANDS; band++) {
    const shift = mean[band] + level;
    const scale = reciprocal(standardDeviation[band]);
    for (let i = band; i < LEVELS_SIZE; i += HEARD_BANDS)
      target[targetOffset + i] = (levels[i] - shift) * scale;
  }
}

/** The paper's: each clip by its own mean and deviation. */
function createOwnNormaliser(): NormaliseClip {
  const kernel = new Kernel();
  const clip = kernel.allocate(MEL_SIZE);
  const shift = kernel.allocate(MEL_BANDS);
  const scale = kernel.allocate(MEL_BANDS);
  const values = kernel.floats(clip, MEL_SIZE);
  const shifts = kernel.floats(shift, MEL_BANDS);
  const scales = kernel.floats(scale, MEL_BANDS);
  return (mel, target, targetOffset) => {
    values.set(mel);
    kernel.call.decibels(MEL_SIZE, clip, POWER_FLOOR);
    const { mean, deviation } = statistics(values);
    shifts.fill(mean);
    scales.fill(reciprocal(deviation));
    kernel.call.standardise(CLIP_FRAMES, MEL_BANDS, clip, shift, scale);
    target.set(values, targetOffset);
  };
}

function reciprocal(deviation: number): number {
  return 1 / Math.max(deviation, SMALLEST_DEVIATION_DB);
}

function statistics(values: Float32Array): { mean: number; deviation: number } {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  const mean = sum / values.length;
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i] - mean) ** 2;
  return { mean, deviation: Math.sqrt(squares / values.length) };
}
