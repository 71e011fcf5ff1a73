import type { Checkpoint } from '../run/checkpoint.ts';
import { fit, type FitResult, type FitState } from '../run/fit.ts';
import { createRandom, hashLabel } from '../run/random.ts';
import { inputWidth } from './sequence-input.ts';
import { batchGradient, batchLoss, gatherBatch } from './sequence-batch.ts';
import { createSequenceNetwork, type SequenceNetwork } from './sequence-network.ts';
import type { SequenceRecipe } from './sequence-recipe.ts';
import { sequenceScales, type SequenceScales } from './sequence-scales.ts';
import type { SequenceSong } from './sequence-songs.ts';
import { cutWindows, type Windows } from './windows.ts';

/** Every how many validation windows one is scored. */
const VALIDATION_STRIDE = 4;

export interface FittedSequenceNetwork extends FitResult {
  readonly network: SequenceNetwork;
  readonly scales: SequenceScales;
}

export interface SequenceFitOptions {
  readonly recipe: SequenceRecipe;
  readonly seed: number;
  /** Names this fit among the run's; part of every random stream. */
  readonly label: string;
  /** Epochs to train for where there is no validation part. */
  readonly epochs?: number;
  readonly onEpoch?: (epoch: number, trainingLoss: number, validationLoss: number | null) => void;
}

/** Trains one sequence network; `validation` curves decide when to stop, and none trains for `epochs`. */
export async function fitSequence(
  train: readonly SequenceSong[],
  validation: readonly SequenceSong[],
  options: SequenceFitOptions,
  checkpoint: Checkpoint<FitState>,
): Promise<FittedSequenceNetwork> {
  const { recipe } = options;
  const seed = hashLabel(`${options.seed}/${options.label}`);
  const setOf = (song: SequenceSong): number => recipe.curves.indexOf(song.set);
  const windows = cutWindows(train, recipe.history, recipe.horizon, setOf);
  const held = cutWindows(validation, recipe.history, recipe.horizon, setOf);
  const scales = sequenceScales(windows, recipe);
  const network = createSequenceNetwork({
    ...recipe,
    inputs: inputWidth(recipe.input),
    outputs: recipe.horizon * 2,
    seed,
    startFromZero: recipe.predicts === 'change',
  });
  const steps = batchesPerEpoch(windows, recipe) * recipe.maxEpochs;
  const trainEpoch = (epoch: number): number => {
    const random = createRandom(seed, 'windows', epoch);
    const order = random.shuffle(Uint32Array.from({ length: windows.count }, (_, i) => i));
    const batches = batchesPerEpoch(windows, recipe);
    let sum = 0;
    for (let batch = 0; batch < batches; batch++) {
      const rows = order.subarray(batch * recipe.batchWindows, (batch + 1) * recipe.batchWindows);
      const mirror = (): 1 | -1 => (recipe.mirror && random.uniform() < 0.5 ? -1 : 1);
      const data = gatherBatch(windows, rows, recipe, scales, mirror);
      const progress = (epoch * batches + batch) / steps;
      const learningRate = recipe.learningRate * 0.5 * (1 + Math.cos(Math.PI * progress));
      const gradientOf = (outputs: Float32Array): Float32Array => {
        sum += batchLoss(outputs, data);
        return batchGradient(outputs, data);
      };
      network.learn(data.input, rows.length, gradientOf, {
        learningRate,
        weightDecay: recipe.weightDecay,
        random,
      });
    }
    return sum / batches;
  };
  const heldRows = Uint32Array.from(
    { length: Math.ceil(held.count / VALIDATION_STRIDE) },
    (_, i) => i * VALIDATION_STRIDE,
  );
  const heldData = gatherBatch(held, heldRows, recipe, scales, () => 1);
  const result = await fit(
    {
      trainEpoch,
      validationLoss: () =>
        held.count === 0 ? null : batchLoss(network.predict(heldData.input, heldData.rows), heldData),
      saveState: network.saveState,
      loadState: network.loadState,
    },
    {
      maxEpochs: held.count === 0 ? (options.epochs ?? recipe.maxEpochs) : recipe.maxEpochs,
      patience: recipe.patience,
      smoothing: recipe.smoothing,
    },
    checkpoint,
    options.onEpoch,
  );
  return { ...result, network, scales };
}

function batchesPerEpoch(windows: Windows, recipe: SequenceRecipe): number {
  return Math.max(1, Math.floor(Math.min(windows.count, recipe.windowsPerEpoch) / recipe.batchWindows));
}
