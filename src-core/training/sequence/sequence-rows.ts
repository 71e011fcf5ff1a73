import { standardDeviation } from '../metrics/regression.ts';
import type { SequenceCard } from '../report/card.ts';
import { SPREAD_FOLD, spreadSeeds } from '../run/spread-seeds.ts';
import {
  crossValidateBaselines,
  crossValidateSequence,
  fitSequence,
  fittedForecaster,
  type FoldSums,
  type SequenceCrossValidation,
  type SequenceRun,
} from './cross-validate-sequence.ts';
import { splitByFold } from '../data/folds.ts';
import { bandCoverage } from './forecast-bands.ts';
import { addForecastSums, forecastScore, sumForecastErrors } from './forecast-score.ts';
import type { SequenceSong } from './sequence-songs.ts';

/** Names the fit of another seed. */
export function spreadLabel(seed: number): string {
  return `fold ${SPREAD_FOLD}, seed ${seed}`;
}

export type MetricRow = SequenceCard['metrics'][number];

/** Everything that is said of held-out songs: the baselines, the paper's recipe where it is not the run's, the run's. */
export async function crossValidatedRows(
  songs: readonly SequenceSong[],
  run: SequenceRun,
  paper: SequenceRun | null,
): Promise<{ rows: MetricRow[]; model: SequenceCrossValidation }> {
  const baselines = crossValidateBaselines(songs, run.seed);
  const paperSums = paper && (await crossValidateSequence(songs, paper)).sums;
  const model = await crossValidateSequence(songs, run);
  const rows = [
    ...metricRows('persistence', baselines.persistence),
    ...metricRows('ridge AR(10)', baselines.autoregression),
    ...(paperSums === null ? [] : metricRows('paper recipe', paperSums)),
    ...metricRows(`${run.recipe.name} recipe`, model.sums),
  ];
  return { rows, model };
}

function metricRows(row: string, sums: FoldSums): MetricRow[] {
  return [...sums].map(([set, folds]) => {
    const { mse, persistenceMse, skill } = forecastScore(addForecastSums(folds));
    const perFold = folds.map((fold) => forecastScore(fold).skill);
    return {
      row,
      curves: set,
      mse,
      persistenceMse,
      skill,
      skillFoldSd: skill.map((_, i) => standardDeviation(perFold.map((values) => values[i]))),
    };
  });
}

/** How much of the held-out errors the bands hold, once multiplied with `factors`. */
export function coverageRows(sums: FoldSums, factors: Float64Array): SequenceCard['bandCoverage'] {
  return [...sums].map(([set, folds]) => ({
    curves: set,
    share: bandCoverage(addForecastSums(folds), factors),
  }));
}

/**
 * How much the skill on one fold differs between seeds; the songs stay dealt as they are.
 * @param sums of the run itself, which is the first of the seeds
 */
export async function seedSpread(
  songs: readonly SequenceSong[],
  sums: FoldSums,
  run: SequenceRun,
): Promise<NonNullable<SequenceCard['seedSpread']>> {
  const split = splitByFold(songs, (song) => song, SPREAD_FOLD, run.seed);
  const skills = new Map([...sums].map(([set, folds]) => [set, [forecastScore(folds[SPREAD_FOLD]).skill]]));
  const others = spreadSeeds(run.seed);
  for (const seed of others) {
    const fitted = await fitSequence(spreadLabel(seed), split, { ...run, seed });
    for (const [set, held] of Map.groupBy(split.test, (song) => song.set)) {
      skills.get(set)!.push(forecastScore(sumForecastErrors(held, fittedForecaster(fitted))).skill);
    }
  }
  const rows = [...skills].map(([curves, list]) => ({
    curves,
    skillSd: list[0].map((_, i) => standardDeviation(list.map((skill) => skill[i]))),
  }));
  return { fold: SPREAD_FOLD, seeds: [run.seed, ...others], rows };
}
