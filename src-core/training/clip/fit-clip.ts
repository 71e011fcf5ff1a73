import { createRandom, hashLabel } from '../run/random.ts';
import type { Checkpoint } from '../run/checkpoint.ts';
import { cosineDecay } from '../run/cosine-decay.ts';
import { fit, type FitResult, type FitState } from '../run/fit.ts';
import { bandStatistics } from './band-normaliser.ts';
import {
  batchesPerEpoch,
  drawBatches,
  plainClips,
  standardisedRating,
  type ClipScales,
} from './clip-batches.ts';
import { CLIP_OUTPUTS, clipLoss } from './clip-loss.ts';
import { createClipNetwork, type ClipNetwork } from './clip-network.ts';
import type { ClipRecipe } from './clip-recipe.ts';
import { ratingScales, teacherScale, type TrainingExcerpt } from './training-excerpt.ts';

/** Every how many clips of a validation excerpt one is heard. */
const VALIDATION_STRIDE = 3;

export interface FittedClipNetwork extends FitResult {
  readonly network: ClipNetwork;
  readonly scales: ClipScales;
}

export interface ClipFitOptions {
  readonly recipe: ClipRecipe;
  readonly seed: number;
  /** Names this fit among the run's, such as `fold 2`; part of every random stream. */
  readonly label: string;
  /** Most epochs to train for, or, where there is no validation part, their number. The recipe's by default. */
  readonly epochs?: number;
  readonly onEpoch?: (epoch: number, trainingLoss: number, validationLoss: number | null) => void;
}

/**
 * Trains one clip network.
 * @param validation excerpts that decide when to stop; empty trains for `epochs`
 */
export async function fitClip(
  train: readonly TrainingExcerpt[],
  validation: readonly TrainingExcerpt[],
  options: ClipFitOptions,
  checkpoint: Checkpoint<FitState>,
): Promise<FittedClipNetwork> {
  const { recipe, label } = options;
  const seed = hashLabel(`${options.seed}/${label}`);
  const scales: ClipScales = {
    normalisation: recipe.normalisation === 'per-clip' ? { kind: 'per-clip' } : bandStatistics(train),
    ratings: ratingScales(train),
    teacher: teacherScale(train),
  };
  const network = createClipNetwork({ ...recipe, bands: train[0].bands, outputs: CLIP_OUTPUTS, seed });
  const steps = batchesPerEpoch(train.length, recipe) * recipe.maxEpochs;
  const trainEpoch = (epoch: number): number => {
    const random = createRandom(seed, 'dropout', epoch);
    let step = epoch * batchesPerEpoch(train.length, recipe);
    let sum = 0;
    let batches = 0;
    for (const { input, rows, targets } of drawBatches(train, scales, recipe, seed, epoch)) {
      const learningRate = cosineDecay(recipe.learningRate, step++ / steps);
      const gradientOf = (outputs: Float32Array): Float32Array => {
        const { loss, gradient } = clipLoss(outputs, targets, recipe.clipsPerExcerpt, recipe);
        sum += loss;
        batches++;
        return gradient;
      };
      network.learn(input, rows, gradientOf, { learningRate, weightDecay: recipe.weightDecay, random });
    }
    return sum / batches;
  };
  const result = await fit(
    {
      trainEpoch,
      validationLoss: () => (validation.length === 0 ? null : ratingLoss(network, validation, scales)),
      saveState: network.saveState,
      loadState: network.loadState,
    },
    {
      maxEpochs: options.epochs ?? recipe.maxEpochs,
      patience: recipe.patience ?? recipe.maxEpochs,
      smoothing: recipe.smoothing,
    },
    checkpoint,
    options.onEpoch,
  );
  return { ...result, network, scales };
}

/**
 * The network's `[arousal, valence]` for every `stride`-th clip of an excerpt, interleaved, in standard deviations of
 * the ratings.
 */
export function answerClips(
  network: ClipNetwork,
  item: TrainingExcerpt,
  scales: ClipScales,
  stride = 1,
): Float32Array {
  const { input, rows } = plainClips(item, scales.normalisation, stride);
  const outputs = network.predict(input, rows);
  const answers = new Float32Array(rows * 2);
  for (let i = 0; i < answers.length; i++) answers[i] = outputs[(i >> 1) * CLIP_OUTPUTS + (i & 1)]!;
  return answers;
}

/** Mean of a list of interleaved pairs. */
export function meanPair(pairs: ArrayLike<number>): [number, number] {
  const sum: [number, number] = [0, 0];
  for (let i = 0; i < pairs.length; i++) sum[i % 2] += pairs[i];
  return [(sum[0] * 2) / pairs.length, (sum[1] * 2) / pairs.length];
}

/** Half the mean squared error of the excerpts' mean answers, in standard deviations. */
function ratingLoss(network: ClipNetwork, excerpts: readonly TrainingExcerpt[], scales: ClipScales): number {
  let sum = 0;
  let count = 0;
  for (const item of excerpts) {
    const rating = standardisedRating(item, scales.ratings);
    if (rating === null) continue;
    const answer = meanPair(answerClips(network, item, scales, VALIDATION_STRIDE));
    sum += (answer[0] - rating[0]) ** 2 + (answer[1] - rating[1]) ** 2;
    count += 2;
  }
  return sum / (2 * count);
}
