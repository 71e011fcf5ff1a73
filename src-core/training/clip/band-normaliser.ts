import { CLIP_FRAMES } from '../../audio/constants.ts';
import { HEARD_BANDS } from '../../emotion/hearing/audible-levels.ts';
import { standardiseLevels } from '../../emotion/hearing/normalise-clip.ts';
import type { ClipInputNormalisation } from '../../emotion/model-files/normalisation-types.ts';
import { LEVEL_UNIT_DB } from './mel-cache.ts';
import type { TrainingExcerpt } from './training-excerpt.ts';

/** Every how many clips one is looked at for statistics: neighbours say much the same. */
const STRIDE = 4;

/** Smallest spread that is divided by, as where the app normalises. */
const SMALLEST_DEVIATION_DB = 1e-3;

/** Mean and standard deviation of each band's audible level, relative to its clip's mean, in dB over the training excerpts. */
export function bandStatistics(
  train: readonly TrainingExcerpt[],
): Extract<ClipInputNormalisation, { kind: 'audible' }> {
  const sum = new Float64Array(HEARD_BANDS);
  const squares = new Float64Array(HEARD_BANDS);
  const size = CLIP_FRAMES * HEARD_BANDS;
  let frames = 0;
  for (const { levels, clips } of train) {
    for (let clip = 0; clip < clips; clip += STRIDE) {
      let mean = 0;
      for (let i = 0; i < size; i++) mean += (levels[clip * size + i] * LEVEL_UNIT_DB) / size;
      for (let i = 0; i < size; i++) {
        const level = levels[clip * size + i] * LEVEL_UNIT_DB - mean;
        sum[i % HEARD_BANDS] += level;
        squares[i % HEARD_BANDS] += level * level;
      }
      frames += CLIP_FRAMES;
    }
  }
  return {
    kind: 'audible',
    mean: Array.from(sum, (value) => value / frames),
    standardDeviation: Array.from(squares, (value, band) =>
      Math.max(SMALLEST_DEVIATION_DB, Math.sqrt(Math.max(0, value / frames - (sum[band] / frames) ** 2))),
    ),
  };
}

/**
 * Turns clips of levels in dB, `[rows, 44, bands]`, into the network's input in place: what the app does from power,
 * done from the levels that training keeps.
 */
export function normaliseLevels(
  levelsDb: Float32Array,
  bands: number,
  normalisation: ClipInputNormalisation,
): void {
  const size = CLIP_FRAMES * bands;
  for (let start = 0; start < levelsDb.length; start += size) {
    const clip = levelsDb.subarray(start, start + size);
    if (normalisation.kind === 'per-clip') standardise(clip);
    else standardiseLevels(clip, normalisation, clip, 0);
  }
}

function standardise(clip: Float32Array): void {
  let sum = 0;
  for (let i = 0; i < clip.length; i++) sum += clip[i];
  const mean = sum / clip.length;
  let squares = 0;
  for (let i = 0; i < clip.length; i++) squares += (clip[i] - mean) ** 2;
  const scale = 1 / Math.max(Math.sqrt(squares / clip.length), SMALLEST_DEVIATION_DB);
  for (let i = 0; i < clip.length; i++) clip[i] = (clip[i] - mean) * scale;
}
