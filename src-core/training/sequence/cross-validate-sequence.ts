import { fitAutoregression } from '../baselines/autoregression.ts';
import { FOLD_COUNT, splitByFold } from '../data/folds.ts';
import type { OpenCheckpoint } from '../run/checkpoint.ts';
import type { FitHistory, FitState } from '../run/fit.ts';
import type { Progress } from '../run/progress.ts';
import { fitSequence, type FittedSequenceNetwork } from './fit-sequence.ts';
import { averageForecasters, sumForecastErrors, type ForecastSums } from './forecast-score.ts';
import { networkForecaster } from './network-forecaster.ts';
import type { SequenceRecipe } from './sequence-recipe.ts';
import type { CurveSet, SequenceSong } from './sequence-songs.ts';

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
  readonly model: FoldSums;
  /** Ridge AR(10), fitted on the training songs of the set that it is scored on. */
  readonly autoregression: FoldSums;
  readonly histories: FitHistory[];
  readonly epochs: number[];
}

/** Trains on four folds of songs and forecasts the fifth, five times. */
export async function crossValidateSequence(
  songs: readonly SequenceSong[],
  run: SequenceRun,
): Promise<SequenceCrossValidation> {
  const model = new Map<CurveSet, ForecastSums[]>();
  const autoregression = new Map<CurveSet, ForecastSums[]>();
  const histories: FitHistory[] = [];
  const epochs: number[] = [];
  for (let fold = 0; fold < FOLD_COUNT; fold++) {
    const { train, validation, test } = splitByFold(songs, (song) => song, fold, run.seed);
    const used = (song: SequenceSong): boolean => run.recipe.curves.includes(song.set);
    const members = await fitMembers(`fold ${fold}`, train.filter(used), validation.filter(used), run);
    histories.push(...members.map(({ history }) => history));
    epochs.push(...members.map((member) => member.epochs));
    const forecaster = averageForecasters(members.map((member) => networkForecaster(member, run.recipe)));
    for (const [set, held] of Map.groupBy(test, (song) => song.set)) {
      append(model, set, sumForecastErrors(held, forecaster));
      const own = [...train, ...validation].filter((song) => song.set === set);
      append(autoregression, set, sumForecastErrors(held, fitAutoregression(own)));
    }
  }
  return { model, autoregression, histories, epochs };
}

/** One fit per member of the ensemble, each with its own checkpoint; they differ in their seeds alone. */
export async function fitMembers(
  label: string,
  train: readonly SequenceSong[],
  validation: readonly SequenceSong[],
  run: SequenceRun,
  epochs?: number,
): Promise<FittedSequenceNetwork[]> {
  const { recipe, seed, progress } = run;
  const members: FittedSequenceNetwork[] = [];
  for (let member = 0; member < recipe.members; member++) {
    const name = `${label}, member ${member}`;
    const key = JSON.stringify({
      recipe,
      seed,
      name,
      epochs,
      songs: train.length,
      last: train.at(-1)?.group,
    });
    const checkpoint = await run.checkpointOf(name, key);
    progress.stage(`Sequence LSTM (${recipe.name}), ${name}`, epochs ?? recipe.maxEpochs);
    members.push(
      await fitSequence(
        train,
        validation,
        {
          recipe,
          seed,
          label: name,
          ...(epochs === undefined ? {} : { epochs }),
          onEpoch: (epoch, training) => progress.step(epoch + 1, `loss ${training.toFixed(4)}`),
        },
        checkpoint,
      ),
    );
    progress.end();
  }
  return members;
}

function append(sums: Map<CurveSet, ForecastSums[]>, set: CurveSet, value: ForecastSums): void {
  const list = sums.get(set) ?? [];
  list.push(value);
  sums.set(set, list);
}
