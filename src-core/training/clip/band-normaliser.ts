import { CLIP_FRAMES, MEL_BANDS, MEL_SIZE } from '../../audio/constants.ts';
import type { ClipInputNormalisation } from '../../emotion/model-files/normalisation-types.ts';
import { clipCount, LEVEL_UNIT_DB, type MelLevels } from './mel-cache.ts';

/** Every how many clips one is looked at for statistics: neighbours say much the same. */
const STRIDE = 4;

/** Smallest spread that is divided by, as where the app normalises. */
const SMALLEST_DEVIATION_DB = 1e-3;

/** What a band that is not listened to is divided by: whatever its level, the network is given nothing. */
const DEAF_DEVIATION_DB = 1e6;

/**
 * Mean and standard deviation of each band's level in dB over the training files; bands from `audibleBands` up are
 * shut out.
 */
export function bandStatistics(files: readonly MelLevels[], audibleBands: number): ClipInputNormalisation {
  const sum = new Float64Array(MEL_BANDS);
  const squares = new Float64Array(MEL_BANDS);
  let frames = 0;
  for (const levels of files) {
    for (let clip = 0; clip < clipCount(levels); clip += STRIDE) {
      for (let i = 0; i < MEL_SIZE; i++) {
        const level = levels[clip * MEL_SIZE + i] * LEVEL_UNIT_DB;
        sum[i % MEL_BANDS] += level;
        squares[i % MEL_BANDS] += level * level;
      }
      frames += CLIP_FRAMES;
    }
  }
  return {
    kind: 'per-band',
    mean: Array.from(sum, (value, band) => (band < audibleBands ? value / frames : 0)),
    standardDeviation: Array.from(squares, (value, band) =>
      band < audibleBands
        ? Math.max(SMALLEST_DEVIATION_DB, Math.sqrt(Math.max(0, value / frames - (sum[band] / frames) ** 2)))
        : DEAF_DEVIATION_DB,
    ),
  };
}

/**
 * Turns levels in dB, `[rows, 44, 128]`, into the network's input in place: what the app does from power, done from
 * the levels that training keeps.
 */
export function normaliseLevels(levelsDb: Float32Array, normalisation: ClipInputNormalisation): void {
  for (let start = 0; start < levelsDb.length; start += MEL_SIZE) {
    const clip = levelsDb.subarray(start, start + MEL_SIZE);
    if (normalisation.kind === 'per-clip') standardise(clip);
    else applyBands(clip, normalisation.mean, normalisation.standardDeviation);
  }
}

function standardise(clip: Float32Array): void {
  let sum = 0;
  for (let i = 0; i < MEL_SIZE; i++) sum += clip[i];
  const mean = sum / MEL_SIZE;
  let squares = 0;
  for (let i = 0; i < MEL_SIZE; i++) squares += (clip[i] - mean) ** 2;
  const scale = 1 / Math.max(Math.sqrt(squares / MEL_SIZE), SMALLEST_DEVIATION_DB);
  for (let i = 0; i < MEL_SIZE; i++) clip[i] = (clip[i] - mean) * scale;
}

function applyBands(clip: Float32Array, mean: readonly number[], deviation: readonly number[]): void {
  for (let i = 0; i < MEL_SIZE; i++) {
    const band = i % MEL_BANDS;
    clip[i] = (clip[i] - mean[band]) / Math.max(deviation[band], SMALLEST_DEVIATION_DB);
  }
}
