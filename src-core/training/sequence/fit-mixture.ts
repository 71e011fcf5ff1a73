import type { MixtureNormalisation } from '../../emotion/model-files/normalisation-types.ts';
import type { RecurrentNetwork } from '../../emotion/network.ts';
import { fitAutoregression } from '../baselines/autoregression.ts';
import type { Checkpoint } from '../run/checkpoint.ts';
import { cosineDecay } from '../run/cosine-decay.ts';
import { fit, type FitResult, type FitState } from '../run/fit.ts';
import { createRandom, hashLabel, type Random } from '../run/random.ts';
import { FORECAST_STEPS } from './forecast-score.ts';
import { gatherBatch, INPUT_SCALE, type MixtureBatch } from './mixture-batch.ts';
import { createMixtureNetwork } from './mixture-network.ts';
import { refitLinear } from './refit-linear.ts';
import type { MixtureRecipe } from './sequence-recipe.ts';
import type { SequenceSong } from './sequence-songs.ts';
import { setScales } from './set-scales.ts';
import { drawPiece } from './training-piece.ts';

export interface FittedMixture extends FitResult {
  readonly network: RecurrentNetwork;
  /** Its bands are not yet multiplied with anything. */
  readonly normalisation: MixtureNormalisation;
  readonly parameters: number;
}

export interface SequenceFitOptions<Recipe> {
  readonly recipe: Recipe;
  readonly seed: number;
  /** Names this fit among the run's; part of every random stream. */
  readonly label: string;
  readonly onEpoch?: (epoch: number, trainingLoss: number) => void;
}

/**
 * Trains a mixture for the recipe's epochs. Its autoregressions begin as ridge regressions, one for each set of curves,
 * and are trained on with the network.
 */
export async function fitMixture(
  songs: readonly SequenceSong[],
  { recipe, seed: runSeed, label, onEpoch }: SequenceFitOptions<MixtureRecipe>,
  checkpoint: Checkpoint<FitState>,
): Promise<FittedMixture> {
  const seed = hashLabel(`${runSeed}/${label}`);
  const sets = recipe.curves
    .map((curves) => ({ curves, songs: songs.filter(({ set }) => set === curves) }))
    .filter((set) => set.songs.length > 0)
    .map((set) => ({ ...set, weights: fitAutoregression(set.songs, recipe.lags) }));
  const scales = setScales(sets, recipe);
  const network = createMixtureNetwork(recipe, scales, sets, seed);
  const list = songs.flatMap((song) => new Array<SequenceSong>(piecesOf(song, recipe)).fill(song));
  const batchPieces = Math.min(recipe.batchPieces, list.length);
  const batches = Math.floor(list.length / batchPieces);
  const random = (scope: string, epoch: number): Random => createRandom(seed, scope, epoch);
  function* batchesOf(scope: string, epoch: number): Generator<MixtureBatch> {
    const drawing = random(scope, epoch);
    const order = drawing.shuffle([...list]);
    for (let batch = 0; batch < batches; batch++) {
      const drawn = order.slice(batch * batchPieces, (batch + 1) * batchPieces);
      yield gatherBatch(
        drawn.map((song) => drawPiece(song, recipe, drawing)),
        recipe,
        scales,
      );
    }
  }
  const trainEpoch = (epoch: number): number => {
    const dropping = random('dropout', epoch);
    let sum = 0;
    let batch = epoch * batches;
    for (const data of batchesOf('pieces', epoch)) {
      const rate = cosineDecay(recipe.learningRate, batch++ / (batches * recipe.maxEpochs));
      sum += network.learn(data, rate, dropping);
    }
    return sum / batches;
  };
  const result = await fit(
    { trainEpoch, validationLoss: () => null, saveState: network.saveState, loadState: network.loadState },
    { maxEpochs: recipe.maxEpochs, patience: Infinity, smoothing: 1 },
    checkpoint,
    onEpoch,
  );
  refitLinear(network, batchesOf('refit', 0));
  const { network: trained, regressions } = network.toModel();
  const ones = new Array<number>(FORECAST_STEPS).fill(1);
  return {
    ...result,
    network: trained,
    parameters: network.parameterCount,
    normalisation: {
      kind: 'mixture',
      history: recipe.history,
      forecastSteps: FORECAST_STEPS,
      inputOffsets: recipe.inputOffsets,
      inputScale: INPUT_SCALE,
      regressions,
      bandFactors: { arousal: ones, valence: ones },
    },
  };
}

/** Pieces of a song in an epoch: as many as it could be cut into; none where nothing follows anything. */
function piecesOf(song: SequenceSong, { history }: MixtureRecipe): number {
  const length = song.arousal.length;
  return length < 2 ? 0 : Math.max(1, Math.floor(length / history));
}
