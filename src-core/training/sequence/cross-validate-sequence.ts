import { wasmEngine } from '../../emotion/engines/wasm-engine.ts';
import { autoregressionForecaster, fitAutoregression, persistence } from '../baselines/autoregression.ts';
import { ALL_FOLDS, splitByFold, type Split } from '../data/folds.ts';
import type { OpenCheckpoint } from '../run/checkpoint.ts';
import type { FitHistory, FitState } from '../run/fit.ts';
import type { Progress } from '../run/progress.ts';
import { fitMixture, type FittedMixture } from './fit-mixture.ts';
import { fitPaper, type FittedPaperNetwork } from './fit-paper.ts';
import { sumForecastErrors, type Forecaster, type ForecastSums } from './forecast-score.ts';
import { modelForecaster } from './model-forecaster.ts';
import type { CurveSet, SequenceRecipe } from './sequence-recipe.ts';
import type { SequenceSong } from './sequence-songs.ts';

/** Where and how the fits of one run are done. */
export interface SequenceRun {
  readonly recipe: SequenceRecipe;
  readonly seed: number;
  readonly checkpointOf: OpenCheckpoint<FitState>;
  readonly progress: Progress;
}

/** Errors of one forecaster, per set of curves, one entry per fold. */
export type FoldSums = ReadonlyMap<CurveSet, readonly ForecastSums[]>;

export interface SequenceCrossValidation {
  readonly sums: FoldSums;
  readonly histories: FitHistory[];
  readonly epochs: number[];
}

/**
 * Trains on four folds of songs and forecasts the fifth, five times.
 * @param folds those to forecast
 */
export async function crossValidateSequence(
  songs: readonly SequenceSong[],
  run: SequenceRun,
  folds: readonly number[] = ALL_FOLDS,
): Promise<SequenceCrossValidation> {
  const sums = new Map<CurveSet, ForecastSums[]>();
  const histories: FitHistory[] = [];
  const epochs: number[] = [];
  for (const fold of folds) {
    const split = splitByFold(songs, (song) => song, fold, run.seed);
    const fitted = await fitSequence(`fold ${fold}`, split, run);
    histories.push(fitted.history);
    epochs.push(fitted.epochs);
    scoreFold(sums, split.test, () => fittedForecaster(fitted));
  }
  return { sums, histories, epochs };
}

/** Ridge AR(10), fitted on the training songs of the set that it is scored on; and persistence. */
export function crossValidateBaselines(
  songs: readonly SequenceSong[],
  seed: number,
): { readonly autoregression: FoldSums; readonly persistence: FoldSums } {
  const rows = {
    autoregression: new Map<CurveSet, ForecastSums[]>(),
    persistence: new Map<CurveSet, ForecastSums[]>(),
  };
  for (const fold of ALL_FOLDS) {
    const { train, validation, test } = splitByFold(songs, (song) => song, fold, seed);
    scoreFold(rows.autoregression, test, (set) => {
      const own = [...train, ...validation].filter((song) => song.set === set);
      return autoregressionForecaster(fitAutoregression(own));
    });
    scoreFold(rows.persistence, test, () => persistence);
  }
  return rows;
}

/** One fit with its checkpoint. Only the paper's recipe stops by the validation part; the other trains on it too. */
export async function fitSequence(
  label: string,
  split: Pick<Split<SequenceSong>, 'train' | 'validation'>,
  { recipe, seed, checkpointOf, progress }: SequenceRun,
): Promise<FittedMixture | FittedPaperNetwork> {
  const own = (songs: readonly SequenceSong[]): SequenceSong[] =>
    songs.filter((song) => recipe.curves.includes(song.set));
  const [train, validation] = [own(split.train), own(split.validation)];
  const movement = [...train, ...validation].reduce(
    (sum, song) => sum + song.arousal.reduce((a, b) => a + b, 0),
    0,
  );
  const key = JSON.stringify({ recipe, seed, label, train: train.length, movement });
  const checkpoint = await checkpointOf(`${label}, seed ${seed}`, key);
  progress.stage(`Sequence LSTM (${recipe.name}), ${label}`, recipe.maxEpochs);
  const options = {
    seed,
    label,
    onEpoch: (epoch: number, training: number) => progress.step(epoch + 1, `loss ${training.toFixed(4)}`),
  };
  const fitted =
    recipe.name === 'paper'
      ? await fitPaper(train, validation, { ...options, recipe }, checkpoint)
      : await fitMixture([...train, ...validation], { ...options, recipe }, checkpoint);
  progress.end();
  return fitted;
}

/** A trained network as a forecaster, run by the product's own code. */
export function fittedForecaster({ network, normalisation }: FittedMixture | FittedPaperNetwork): Forecaster {
  return modelForecaster({ network: wasmEngine.sequence(network), normalisation });
}

function scoreFold(
  sums: Map<CurveSet, ForecastSums[]>,
  test: readonly SequenceSong[],
  forecasterFor: (set: CurveSet) => Forecaster,
): void {
  for (const [set, held] of Map.groupBy(test, (song) => song.set)) {
    const list = sums.get(set) ?? [];
    list.push(sumForecastErrors(held, forecasterFor(set)));
    sums.set(set, list);
  }
}
