import { join } from 'node:path';
import { writeModel } from '../../emotion/model-files/write-model.ts';
import { clipsCsvPath, readClipsCsv } from '../data/clips-csv.ts';
import { readTeacherCsv } from '../data/teacher-csv.ts';
import { mean } from '../metrics/regression.ts';
import type { ClipCard } from '../report/card.ts';
import { writeLossPlot } from '../report/write-loss-plot.ts';
import { averageNetworks } from '../run/average-networks.ts';
import { checkpointsIn } from '../run/checkpoint.ts';
import type { FitState } from '../run/fit.ts';
import { commandLine, type TrainingOptions } from '../run/training-options.ts';
import { clipCard, type MetricRow } from './clip-card.ts';
import { constantAnswers, statisticsAnswers } from './clip-baselines.ts';
import { clipRecipe, PAPER_CLIP_RECIPE, type ClipRecipe } from './clip-recipe.ts';
import {
  APP_SCALE_DATASET,
  crossValidateClip,
  fitMembers,
  type ClipCrossValidation,
  type ClipRun,
} from './cross-validate-clip.ts';
import { saveHeardCurves } from './heard-curves.ts';
import { loadMelLevels } from './mel-cache.ts';
import { joinExcerpts, type TrainingExcerpt } from './training-excerpt.ts';

/**
 * Cross-validates and trains the clip model, and writes it with its card and loss plot.
 * @throws {SegueError} where the data folder is missing, malformed or holds a file that cannot be heard.
 */
export async function trainClip(options: TrainingOptions): Promise<ClipCard> {
  const started = options.clock();
  const recipe = withEpochs(clipRecipe(options.recipe), options.maxEpochs);
  const excerpts = await loadExcerpts(recipe, options);
  const run = runOf(recipe, options);
  const crossValidation = await crossValidateClip(excerpts, run);
  const epochs = Math.round(mean(crossValidation.epochs));
  const final = await fitMembers('all folds', excerpts, run, epochs);
  const rows: MetricRow[] = [
    ...baselineRows(excerpts),
    ...(recipe.name === 'paper' ? [] : [await paperRow(options)]),
    { row: `${recipe.name} recipe`, answers: crossValidation.answers },
  ];
  const card = clipCard({
    recipe,
    excerpts,
    crossValidation,
    rows,
    parameters: final.reduce((sum, { network }) => sum + network.parameterCount, 0),
    epochs,
    origin: {
      date: options.date,
      command: commandLine('clip', options),
      seed: options.seed,
      commit: options.commit,
      trainingSeconds: Math.round((options.clock() - started) / 1000),
    },
  });
  const folder = join(options.outFolder, 'clip');
  const { ratings, normalisation } = final[0].scales;
  const scale = ratings.get(APP_SCALE_DATASET)!;
  await writeModel(folder, 'clip', averageNetworks(final.map(({ network }) => network.toNetwork(scale))), {
    normalisation: { ...normalisation, pooling: recipe.pooling },
    card,
  });
  await writeLossPlot(folder, 'Clip LSTM', [...crossValidation.histories]);
  if (recipe.name === 'segue') await saveHeldOutCurves(crossValidation, options.cacheFolder);
  return card;
}

async function loadExcerpts(recipe: ClipRecipe, options: TrainingOptions): Promise<TrainingExcerpt[]> {
  const { dataFolder, cacheFolder, progress } = options;
  const all = await readClipsCsv(clipsCsvPath(dataFolder));
  const excerpts = all.filter(({ dataset }) => recipe.datasets.includes(dataset));
  const files = excerpts.map(({ file }) => join(dataFolder, 'emotion', file));
  const levels = await loadMelLevels(files, recipe.edges, cacheFolder, progress);
  const teacher =
    recipe.teacherWeight > 0 ? await readTeacherCsv(join(dataFolder, 'emotion', 'teacher.csv')) : new Map();
  return joinExcerpts(excerpts, levels, teacher);
}

function runOf(recipe: ClipRecipe, options: TrainingOptions): ClipRun {
  const folder = join(options.cacheFolder, 'checkpoints', `clip-${recipe.name}`);
  const checkpointOf = checkpointsIn<FitState>(folder, options.resume);
  return { recipe, seed: options.seed, checkpointOf, progress: options.progress };
}

function baselineRows(excerpts: readonly TrainingExcerpt[]): MetricRow[] {
  const datasets = [
    ...new Set(excerpts.filter(({ excerpt }) => excerpt.rating).map(({ excerpt }) => excerpt.dataset)),
  ];
  return [
    { row: 'constant', answers: datasets.flatMap((dataset) => constantAnswers(excerpts, dataset)) },
    {
      row: 'log-mel statistics + ridge',
      answers: datasets.flatMap((dataset) => statisticsAnswers(excerpts, dataset)),
    },
  ];
}

async function paperRow(options: TrainingOptions): Promise<MetricRow> {
  const recipe = withEpochs(PAPER_CLIP_RECIPE, options.maxEpochs);
  const { answers } = await crossValidateClip(await loadExcerpts(recipe, options), runOf(recipe, options));
  return { row: 'paper recipe', answers };
}

function withEpochs(recipe: ClipRecipe, maxEpochs: number | undefined): ClipRecipe {
  return maxEpochs === undefined ? recipe : { ...recipe, maxEpochs };
}

async function saveHeldOutCurves(crossValidation: ClipCrossValidation, cacheFolder: string): Promise<void> {
  await saveHeardCurves(
    crossValidation.answers.map(({ excerpt }, i) => ({
      song: excerpt.id,
      group: excerpt.group,
      fold: excerpt.fold,
      pairs: crossValidation.curves[i],
    })),
    cacheFolder,
  );
}
