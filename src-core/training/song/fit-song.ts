import type { Checkpoint } from '../run/checkpoint.ts';
import { cosineDecay } from '../run/cosine-decay.ts';
import { fit, type FitResult, type FitState } from '../run/fit.ts';
import { createRandom, hashLabel } from '../run/random.ts';
import { drawSongBatches, songBatchesPerEpoch } from './song-batches.ts';
import type { SongExcerpt } from './song-excerpt.ts';
import { SONG_OUTPUTS, songLoss } from './song-loss.ts';
import { createSongNetwork, type SongNetwork } from './song-network.ts';
import type { SongRecipe } from './song-recipe.ts';
import type { SongScales } from './song-scales.ts';

export interface FittedSongNetwork extends FitResult {
  readonly network: SongNetwork;
}

export interface SongFitOptions {
  readonly recipe: SongRecipe;
  /** Asked for only where there is something left to learn. */
  readonly kernel: () => ReadonlyMap<SongExcerpt, number>;
  readonly seed: number;
  /** Names this fit among the run's; part of every random stream. */
  readonly label: string;
  readonly onEpoch?: (epoch: number, trainingLoss: number) => void;
}

/** Trains one song network for the recipe's number of epochs. */
export async function fitSong(
  train: readonly SongExcerpt[],
  scales: SongScales,
  { recipe, kernel, label, seed: runSeed, onEpoch }: SongFitOptions,
  checkpoint: Checkpoint<FitState>,
): Promise<FittedSongNetwork> {
  const seed = hashLabel(`${runSeed}/song/${label}`);
  const network = createSongNetwork({
    inputs: train[0].inputs,
    units: recipe.units,
    outputs: SONG_OUTPUTS,
    dropout: recipe.dropout,
    maxBatch: recipe.batchExcerpts,
    maxSteps: Math.max(...recipe.lengths),
    seed,
  });
  const perEpoch = songBatchesPerEpoch(train.length, recipe);
  const trainEpoch = (epoch: number): number => {
    const random = createRandom(seed, 'dropout', epoch);
    let step = epoch * perEpoch;
    let sum = 0;
    for (const { input, steps, targets } of drawSongBatches(train, scales, kernel(), recipe, seed, epoch)) {
      const learningRate = cosineDecay(recipe.learningRate, step++ / (perEpoch * recipe.epochs));
      const gradientOf = (outputs: Float32Array): Float32Array => {
        const { loss, gradient } = songLoss(outputs, targets, steps, recipe);
        sum += loss;
        return gradient;
      };
      const shape = { batch: targets.length, steps };
      network.learn(input, shape, gradientOf, { learningRate, weightDecay: recipe.weightDecay, random });
    }
    return sum / perEpoch;
  };
  const { saveState, loadState } = network;
  const result = await fit(
    { trainEpoch, validationLoss: () => null, saveState, loadState },
    { maxEpochs: recipe.epochs, patience: recipe.epochs, smoothing: 1 },
    checkpoint,
    onEpoch,
  );
  return { ...result, network };
}
