import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeModel, writeNetwork } from '../../emotion/model-files/write-model.ts';
import { clipsCsvPath, readClipsCsv } from '../data/clips-csv.ts';
import { readTeacherCsv } from '../data/teacher-csv.ts';
import { loadHints } from '../song/load-hints.ts';
import { mean } from '../metrics/regression.ts';
import type { ClipCard } from '../report/card.ts';
import { writeLossPlot } from '../report/write-loss-plot.ts';
import { checkpointsIn } from '../run/checkpoint.ts';
import type { FitState } from '../run/fit.ts';
import { commandLine, type TrainingOptions } from '../run/training-options.ts';
import {
  crossValidateSong,
  trainSong,
  type SongCrossValidation,
  type SongRun,
  type TrainedSongNetwork,
} from '../song/cross-validate-song.ts';
import { describeExcerpts, withoutHead } from '../song/song-excerpt.ts';
import { SEGUE_SONG_RECIPE, type SongRecipe } from '../song/song-recipe.ts';
import { clipCard, type MetricRow } from './clip-card.ts';
import { constantAnswers, statisticsAnswers } from './clip-baselines.ts';
import { clipRecipe, PAPER_CLIP_RECIPE, type ClipRecipe } from './clip-recipe.ts';
import {
  averageMembers,
  crossValidateClip,
  fitMembers,
  type ClipRun,
  type TrainedClipNetwork,
} from './cross-validate-clip.ts';
import { saveHeardCurves } from './heard-curves.ts';
import { loadMelLevels } from './mel-cache.ts';
import { joinExcerpts, type TrainingExcerpt } from './training-excerpt.ts';

/**
 * Cross-validates and trains the clip model, clip network first and song network upon it, and writes it with its card
 * and loss plots.
 * @throws {SegueError} where the data folder is missing, malformed or holds a file that cannot be heard.
 */
export async function trainClip(options: TrainingOptions): Promise<ClipCard> {
  const started = options.clock();
  const recipe = withEpochs(clipRecipe(options.recipe), options.maxEpochs);
  const excerpts = await loadExcerpts(recipe, options);
  const run = runOf(recipe, options);
  const clipOnly = await crossValidateClip(excerpts, run);
  const epochs = Math.round(mean(clipOnly.epochs));
  const members = await fitMembers('all folds', excerpts, run, epochs);
  const hearing = averageMembers(members, recipe);
  const song = recipe.name === 'paper' ? null : await songStage(excerpts, clipOnly.heardBy, hearing, options);
  const crossValidation = song?.crossValidation ?? clipOnly;
  const rows: MetricRow[] = [
    ...baselineRows(excerpts),
    ...(song === null
      ? []
      : [await paperRow(options), { row: 'segue recipe, clips alone', answers: clipOnly.answers }]),
    { row: `${recipe.name} recipe`, answers: crossValidation.answers },
  ];
  const clipParameters = members.reduce((sum, { network }) => sum + network.parameterCount, 0);
  const card = clipCard({
    recipe,
    song: song?.recipe ?? null,
    excerpts,
    crossValidation,
    rows,
    parameters: clipParameters + (song?.trained.parameterCount ?? 0),
    epochs,
    origin: {
      date: options.date,
      command: commandLine('clip', options),
      seed: options.seed,
      commit: options.commit,
      trainingSeconds: Math.round((options.clock() - started) / 1000),
    },
  });
  await writeClipModel(join(options.outFolder, 'clip'), hearing, song?.trained ?? null, card);
  await writeLossPlot(join(options.outFolder, 'clip'), 'Clip LSTM', clipOnly.histories);
  if (song !== null) {
    await writeLossPlot(join(options.outFolder, 'clip', 'song'), 'Song LSTM', song.crossValidation.histories);
    await saveHeldOutCurves(crossValidation, options.cacheFolder);
  }
  return card;
}

/** The clip network and, inside its folder, the song network that reads on from it. */
async function writeClipModel(
  folder: string,
  { network, normalisation, pooling }: TrainedClipNetwork,
  song: TrainedSongNetwork | null,
  card: ClipCard,
): Promise<void> {
  if (song === null) {
    await rm(join(folder, 'song'), { recursive: true, force: true });
    await writeModel(folder, 'clip', network, { normalisation: { ...normalisation, pooling }, card });
    return;
  }
  await writeNetwork(join(folder, 'song'), 'song', song.network, song.normalisation);
  await writeModel(folder, 'clip', withoutHead(network), {
    normalisation: { ...normalisation, pooling, context: 'song' },
    card,
  });
}

/** Cross-validates the song network upon each fold's clip network, and trains it upon the one that is shipped. */
async function songStage(
  excerpts: readonly TrainingExcerpt[],
  heardBy: readonly TrainedClipNetwork[],
  hearing: TrainedClipNetwork,
  options: TrainingOptions,
): Promise<{ recipe: SongRecipe; crossValidation: SongCrossValidation; trained: TrainedSongNetwork }> {
  const { maxEpochs, seed, progress } = options;
  const recipe = { ...SEGUE_SONG_RECIPE, epochs: maxEpochs ?? SEGUE_SONG_RECIPE.epochs };
  const hints = await loadHints(excerpts, options.dataFolder);
  const folder = join(options.cacheFolder, 'checkpoints', 'song');
  const run: SongRun = { recipe, seed, hints, progress, checkpointOf: checkpointsIn(folder, options.resume) };
  const crossValidation = await crossValidateSong(excerpts, heardBy, run);
  const described = describeExcerpts(excerpts, hearing, hints, recipe, () => recipe.gainsDb);
  return { recipe, crossValidation, trained: await trainSong('all folds', described, run) };
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

async function saveHeldOutCurves(crossValidation: SongCrossValidation, cacheFolder: string): Promise<void> {
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
