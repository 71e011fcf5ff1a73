import { standardiseRows } from '../../emotion/hearing/standardise-rows.ts';
import { CLIP_STATISTICS_PARTS, CLIP_STATISTICS_SIZE } from '../../emotion/hearing/clip-statistics.ts';
import { mean } from '../metrics/regression.ts';
import { createRandom, type Random } from '../run/random.ts';
import type { SongExcerpt } from './song-excerpt.ts';
import type { SongTargets } from './song-loss.ts';
import type { SongRecipe } from './song-recipe.ts';
import { onScale, type SongScales } from './song-scales.ts';

type KernelTargets = ReadonlyMap<SongExcerpt, number>;

/** One batch: `input` is `[targets, steps, inputs]`. */
export interface SongBatch {
  readonly input: Float32Array;
  readonly steps: number;
  readonly targets: readonly SongTargets[];
}

/** Batches of an epoch, in the epoch's own random order; a last short batch is dropped unless it is the only one. */
export function* drawSongBatches(
  excerpts: readonly SongExcerpt[],
  scales: SongScales,
  kernel: KernelTargets,
  recipe: SongRecipe,
  seed: number,
  epoch: number,
): Generator<SongBatch> {
  const random = createRandom(seed, 'batches', epoch);
  const order = random.shuffle(Uint32Array.from(excerpts.keys()));
  const size = Math.min(recipe.batchExcerpts, order.length);
  for (let start = 0; start + size <= order.length; start += size) {
    const chosen = [...order.subarray(start, start + size)].map((i) => excerpts[i]);
    const steps = recipe.lengths[random.integer(recipe.lengths.length)];
    const { inputs } = chosen[0];
    const input = new Float32Array(size * steps * inputs);
    chosen.forEach((item, row) => {
      copyStretch(item, steps, random, input.subarray(row * steps * inputs, (row + 1) * steps * inputs));
    });
    standardiseRows(input, scales.input);
    addNoise(input, recipe.inputNoise, random);
    for (let row = 0; row < size; row++) {
      addLasting(input.subarray(row * steps * inputs, (row + 1) * steps * inputs), inputs, recipe, random);
    }
    yield {
      input,
      steps,
      targets: chosen.map((item) => targetsOf(item, scales, kernel, recipe)),
    };
  }
}

/** A long stretch of normal noise: drawing every number anew would take longer than learning from it. */
const NOISE = Float32Array.from({ length: 1_000_003 }, drawNormal(createRandom(0, 'noise')));

function drawNormal(random: Random): () => number {
  return () => random.normal();
}

function addNoise(input: Float32Array, deviation: number, random: Random): void {
  let at = random.integer(NOISE.length);
  for (let i = 0; i < input.length; i++) {
    input[i] += deviation * NOISE[at];
    if (++at === NOISE.length) at = 0;
  }
}

/** What a codec or a source leaves on an excerpt throughout. */
function addLasting(
  rows: Float32Array,
  inputs: number,
  { lastingNoise, lastingShift }: SongRecipe,
  random: Random,
): void {
  const lasting = new Float32Array(inputs);
  const lengths = [inputs - CLIP_STATISTICS_SIZE, ...CLIP_STATISTICS_PARTS];
  let at = 0;
  for (const [part, length] of lengths.entries()) {
    const shift = lastingShift[part] * random.normal();
    for (let i = 0; i < length; i++) lasting[at++] = shift + lastingNoise[part] * random.normal();
  }
  for (let i = 0; i < rows.length; i++) rows[i] += lasting[i % inputs];
}

/** Batches that {@link drawSongBatches} yields. */
export function songBatchesPerEpoch(excerpts: number, recipe: SongRecipe): number {
  return Math.max(1, Math.floor(excerpts / recipe.batchExcerpts));
}

/** Clips from a random one on; an excerpt that is too short begins anew. */
function copyStretch(
  { clips, inputs, descriptions: rows }: SongExcerpt,
  steps: number,
  random: Random,
  target: Float32Array,
): void {
  const first = clips > steps ? random.integer(clips - steps + 1) : 0;
  for (let step = 0; step < steps; step++) {
    const clip = (first + step) % clips;
    target.set(rows.subarray(clip * inputs, (clip + 1) * inputs), step * inputs);
  }
}

function targetsOf(
  item: SongExcerpt,
  scales: SongScales,
  kernel: KernelTargets,
  { arousalPerDb }: SongRecipe,
): SongTargets {
  const { excerpt, levels, teacher, hint } = item;
  const { rating, dataset, quadrant } = excerpt;
  const scale = scales.ratings.get(dataset);
  return {
    loudness: arousalPerDb * (mean(levels) - scales.levelDb),
    rating: rating === null || scale === undefined ? null : onScale([rating.arousal, rating.valence], scale),
    quadrant,
    teacher: teacher === null ? null : onScale(teacher, scales.teacher),
    kernel: kernel.get(item) ?? null,
    hint: hint === null ? null : hint.map((value) => value / scales.hintDivisor),
  };
}
