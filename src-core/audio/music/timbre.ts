import { TIMBRE_SIZE } from '../../contract/sound.ts';
import { GROUPS } from './onset-meter.ts';

const COSINES = Array.from({ length: TIMBRE_SIZE }, (_, k) =>
  Float64Array.from({ length: GROUPS }, (_, group) => Math.cos((Math.PI * (k + 1) * (group + 0.5)) / GROUPS)),
);

/**
 * The colour of a sound: the first cepstral coefficients of its mean levels, its loudness left out.
 *
 * @param levelSums sum over frames of each group's level, in octaves of power
 */
export function timbreOf(levelSums: Float64Array, frames: number): Float32Array {
  return Float32Array.from(COSINES, (cosine) => {
    const sum = levelSums.reduce((acc, level, group) => acc + level * cosine[group], 0);
    return (2 * sum) / GROUPS / frames;
  });
}
