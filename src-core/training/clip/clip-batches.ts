import { CLIP_FRAMES } from '../../audio/constants.ts';
import type { ClipInputNormalisation } from '../../emotion/model-files/normalisation-types.ts';
import { createRandom, type Random } from '../run/random.ts';
import { treatClip } from './augment.ts';
import { normaliseLevels } from './band-normaliser.ts';
import type { ClipTargets } from './clip-loss.ts';
import type { ClipRecipe } from './clip-recipe.ts';
import { LEVEL_UNIT_DB } from './mel-cache.ts';
import type { Scale, TrainingExcerpt } from './training-excerpt.ts';

/** One batch: `input` is `[excerpts x clipsPerExcerpt, 44, bands]`, an excerpt's clips one after another. */
export interface ClipBatch {
  readonly input: Float32Array;
  readonly rows: number;
  readonly targets: readonly ClipTargets[];
}

/** What turns levels and labels into the network's input and targets; fitted on the training part alone. */
export interface ClipScales {
  readonly normalisation: ClipInputNormalisation;
  readonly ratings: ReadonlyMap<string, Scale>;
  readonly teacher: Scale;
}

/** Batches of an epoch, in the epoch's own random order. A last short batch is dropped unless it is the only one. */
export function* drawBatches(
  excerpts: readonly TrainingExcerpt[],
  scales: ClipScales,
  recipe: ClipRecipe,
  seed: number,
  epoch: number,
): Generator<ClipBatch> {
  const random = createRandom(seed, 'batches', epoch);
  for (let draw = 0; draw < recipe.drawsPerEpoch; draw++) {
    const order = random.shuffle(Uint32Array.from(excerpts.keys()));
    const size = Math.min(recipe.batchExcerpts, order.length);
    for (let start = 0; start + size <= order.length; start += size) {
      const chosen = [...order.subarray(start, start + size)].map((i) => excerpts[i]);
      yield drawBatch(chosen, scales, recipe, random);
    }
  }
}

/** Batches that {@link drawBatches} yields. */
export function batchesPerEpoch(excerpts: number, recipe: ClipRecipe): number {
  return recipe.drawsPerEpoch * Math.max(1, Math.floor(excerpts / recipe.batchExcerpts));
}

function drawBatch(
  chosen: readonly TrainingExcerpt[],
  scales: ClipScales,
  recipe: ClipRecipe,
  random: Random,
): ClipBatch {
  const { clipsPerExcerpt, augmentation } = recipe;
  const rows = chosen.length * clipsPerExcerpt;
  const { bands } = chosen[0];
  const size = CLIP_FRAMES * bands;
  const input = new Float32Array(rows * size);
  const targets = chosen.map((item, i): ClipTargets => {
    const teacher = item.teacher === null ? null : new Float32Array(clipsPerExcerpt * 2);
    for (let k = 0; k < clipsPerExcerpt; k++) {
      const clip = random.integer(item.clips);
      const row = i * clipsPerExcerpt + k;
      const target = input.subarray(row * size, (row + 1) * size);
      copyLevels(item, clip, target);
      if (augmentation !== null) treatClip(target, augmentation, random);
      if (teacher !== null) {
        for (let axis = 0; axis < 2; axis++) {
          teacher[k * 2 + axis] = standardise(item.teacher![clip * 2 + axis], scales.teacher, axis);
        }
      }
    }
    return { rating: standardisedRating(item, scales.ratings), teacher };
  });
  normaliseLevels(input, bands, scales.normalisation);
  return { input, rows, targets };
}

/** Clips of an excerpt, every `stride`-th, untouched: `[rows, 44, bands]`. */
export function plainClips(
  item: TrainingExcerpt,
  normalisation: ClipInputNormalisation,
  stride: number,
): { input: Float32Array; rows: number } {
  const rows = Math.ceil(item.clips / stride);
  const size = CLIP_FRAMES * item.bands;
  const input = new Float32Array(rows * size);
  for (let row = 0; row < rows; row++) {
    copyLevels(item, row * stride, input.subarray(row * size, (row + 1) * size));
  }
  normaliseLevels(input, item.bands, normalisation);
  return { input, rows };
}

/** An excerpt's rating in standard deviations of its data set, or null where it has none. */
export function standardisedRating(
  { excerpt }: TrainingExcerpt,
  scales: ReadonlyMap<string, Scale>,
): [number, number] | null {
  const scale = scales.get(excerpt.dataset);
  if (excerpt.rating === null || scale === undefined) return null;
  return [standardise(excerpt.rating.arousal, scale, 0), standardise(excerpt.rating.valence, scale, 1)];
}

function standardise(value: number, scale: Scale, axis: number): number {
  return (value - scale.mean[axis]) / scale.standardDeviation[axis];
}

/** One clip of an excerpt in dB. */
export function copyLevels({ levels }: TrainingExcerpt, clip: number, target: Float32Array): void {
  const from = clip * target.length;
  for (let i = 0; i < target.length; i++) target[i] = levels[from + i] * LEVEL_UNIT_DB;
}
