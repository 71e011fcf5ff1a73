import type { RecursiveNormalisation } from '../../emotion/model-files/normalisation-types.ts';
import type { RecurrentNetwork } from '../../emotion/network.ts';
import type { Checkpoint } from '../run/checkpoint.ts';
import { cosineDecay } from '../run/cosine-decay.ts';
import { fit, type FitResult, type FitState } from '../run/fit.ts';
import { createRandom, hashLabel } from '../run/random.ts';
import type { SequenceFitOptions } from './fit-mixture.ts';
import { FORECAST_STEPS } from './forecast-score.ts';
import { createPaperNetwork } from './paper-network.ts';
import type { PaperSequenceRecipe } from './sequence-recipe.ts';
import type { SequenceSong } from './sequence-songs.ts';
import { cutWindows, type Windows } from './windows.ts';

export interface FittedPaperNetwork extends FitResult {
  readonly network: RecurrentNetwork;
  readonly normalisation: RecursiveNormalisation;
  readonly parameters: number;
}

/** Trains the paper's network; `validation` curves decide when to stop. */
export async function fitPaper(
  train: readonly SequenceSong[],
  validation: readonly SequenceSong[],
  { recipe, seed: runSeed, label, onEpoch }: SequenceFitOptions<PaperSequenceRecipe>,
  checkpoint: Checkpoint<FitState>,
): Promise<FittedPaperNetwork> {
  const seed = hashLabel(`${runSeed}/${label}`);
  const windows = cutWindows(train, recipe.history);
  const held = cutWindows(validation, recipe.history);
  const network = createPaperNetwork(recipe, seed);
  const perEpoch = Math.min(windows.count, recipe.windowsPerEpoch);
  const batchRows = Math.min(recipe.batchWindows, perEpoch);
  const batches = Math.floor(perEpoch / batchRows);
  const trainEpoch = (epoch: number): number => {
    const order = Uint32Array.from({ length: windows.count }, (_, i) => i);
    createRandom(seed, 'windows', epoch).shuffle(order);
    let sum = 0;
    for (let batch = 0; batch < batches; batch++) {
      const rows = order.subarray(batch * batchRows, (batch + 1) * batchRows);
      const { histories, futures } = pick(windows, rows, recipe.history);
      const progress = (epoch * batches + batch) / (batches * recipe.maxEpochs);
      sum += network.learn(histories, futures, rows.length, cosineDecay(recipe.learningRate, progress));
    }
    return sum / batches;
  };
  const result = await fit(
    {
      trainEpoch,
      validationLoss: () =>
        held.count === 0 ? null : network.loss(held.histories, held.futures, held.count),
      saveState: network.saveState,
      loadState: network.loadState,
    },
    recipe,
    checkpoint,
    onEpoch,
  );
  return {
    ...result,
    network: network.toNetwork(),
    normalisation: { kind: 'recursive', history: recipe.history, forecastSteps: FORECAST_STEPS },
    parameters: network.parameterCount,
  };
}

function pick({ histories, futures }: Windows, rows: Uint32Array, history: number): Omit<Windows, 'count'> {
  const picked = {
    histories: new Float32Array(rows.length * history * 2),
    futures: new Float32Array(rows.length * 2),
  };
  rows.forEach((window, row) => {
    picked.histories.set(
      histories.subarray(window * history * 2, (window + 1) * history * 2),
      row * history * 2,
    );
    picked.futures.set(futures.subarray(window * 2, window * 2 + 2), row * 2);
  });
  return picked;
}
