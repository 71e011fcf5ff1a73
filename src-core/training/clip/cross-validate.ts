import { join } from 'node:path';
import { MEL_BANDS } from '../../audio/constants.ts';
import { HEARD_BANDS } from '../../emotion/hearing/audible-levels.ts';
import { clipsCsvPath, readClipsCsv, type Excerpt } from '../data/clips-csv.ts';
import { readTeacherCsv, type TeacherValue } from '../data/teacher-csv.ts';
import { checkpointFolder, checkpointsIn } from '../run/checkpoint.ts';
import type { FitState } from '../run/fit.ts';
import { SPREAD_FOLD, spreadSeeds } from '../run/spread-seeds.ts';
import type { TrainingOptions } from '../run/training-options.ts';
import { crossValidateSong, type SongCrossValidation } from '../song/cross-validate-song.ts';
import type { SongRun } from '../song/train-song.ts';
import { loadHints } from '../song/load-hints.ts';
import { excerptStatistics } from '../song/song-excerpt.ts';
import { SEGUE_LANDMARK_RECIPE } from '../song/landmark-recipe.ts';
import { SEGUE_SONG_RECIPE } from '../song/song-recipe.ts';
import type { MetricRow } from './clip-card.ts';
import { constantAnswers, statisticsAnswers } from './clip-baselines.ts';
import { clipRecipe, PAPER_CLIP_RECIPE, type ClipRecipe } from './clip-recipe.ts';
import { crossValidateClip, type ClipCrossValidation, type ClipRun } from './cross-validate-clip.ts';
import type { HeldOutAnswer } from './excerpt-metrics.ts';
import { saveHeldOutCurves } from './held-out-curves.ts';
import { loadMelLevels, type MelLevels } from './mel-cache.ts';
import { seedSpread, type SeedSpread } from './seed-spread.ts';
import { toAudible } from './to-audible.ts';
import { joinExcerpts, type TrainingExcerpt } from './training-excerpt.ts';

/** What cross-validation of a clip model found out, and what it was done with. */
export interface ClipFindings {
  readonly recipe: ClipRecipe;
  readonly excerpts: readonly TrainingExcerpt[];
  readonly run: ClipRun;
  /** Of the clip network by itself. */
  readonly clipOnly: ClipCrossValidation;
  /** Of the whole model; null where the recipe hears clips alone. */
  readonly song: SongFindings | null;
  /** Baselines and, last, the model itself. */
  readonly rows: readonly MetricRow[];
}

export interface SongFindings {
  readonly run: SongRun;
  readonly crossValidation: SongCrossValidation;
  readonly seedSpread: SeedSpread;
}

/**
 * Cross-validates a recipe beside its baselines, and keeps the curves of held-out excerpts. Fits go on where an earlier run with the same seed was cut off, where
 * the options ask for that.
 * @throws {SegueError} where the data folder is missing, malformed or holds a file that cannot be heard.
 */
export async function crossValidate(options: TrainingOptions): Promise<ClipFindings> {
  const recipe = withEpochs(clipRecipe(options.recipe), options.maxEpochs);
  const { excerpts, baselines } = await loadExcerpts(recipe, options);
  const run = runOf(recipe, options);
  const clipOnly = await crossValidateClip(excerpts, run);
  if (recipe.name === 'paper') {
    const rows = [...baselines, { row: 'paper recipe', answers: clipOnly.answers }];
    return { recipe, excerpts, run, clipOnly, song: null, rows };
  }
  const songRun = await songRunOf(excerpts, options);
  const crossValidation = await crossValidateSong(excerpts, clipOnly.heardBy, songRun);
  await saveHeldOutCurves(crossValidation, options.cacheFolder);
  const bySeed = new Map([[run.seed, ofFold(crossValidation.answers)]]);
  for (const seed of spreadSeeds(run.seed)) {
    const { heardBy } = await crossValidateClip(excerpts, { ...run, seed }, [SPREAD_FOLD]);
    bySeed.set(seed, (await crossValidateSong(excerpts, heardBy, { ...songRun, seed })).answers);
  }
  const spread = seedSpread(bySeed, SPREAD_FOLD, excerpts);
  const rows = [
    ...baselines,
    await paperRow(options),
    { row: 'segue recipe, clips alone', answers: clipOnly.answers },
    { row: 'segue recipe', answers: crossValidation.settled },
  ];
  return {
    recipe,
    excerpts,
    run,
    clipOnly,
    song: { run: songRun, crossValidation, seedSpread: spread },
    rows,
  };
}

function ofFold(answers: readonly HeldOutAnswer[]): HeldOutAnswer[] {
  return answers.filter(({ excerpt }) => excerpt.fold === SPREAD_FOLD);
}

/** Where and how the song networks of a run are fitted. */
export async function songRunOf(
  excerpts: readonly TrainingExcerpt[],
  options: TrainingOptions,
): Promise<SongRun> {
  const { maxEpochs, seed, progress } = options;
  const recipe = { ...SEGUE_SONG_RECIPE, epochs: maxEpochs ?? SEGUE_SONG_RECIPE.epochs };
  return {
    recipe,
    landmarks: SEGUE_LANDMARK_RECIPE,
    seed,
    statistics: excerptStatistics(excerpts),
    hints: await loadHints(excerpts, options.dataFolder),
    progress,
    checkpointOf: checkpointsIn(checkpointFolder(options.cacheFolder, 'song')),
  };
}

async function loadExcerpts(
  recipe: ClipRecipe,
  options: TrainingOptions,
): Promise<{ excerpts: TrainingExcerpt[]; baselines: MetricRow[] }> {
  const { chosen, levels, teacher } = await readData(recipe, options);
  const heard = joinExcerpts(chosen, levels, MEL_BANDS, teacher);
  const excerpts = recipe.normalisation === 'audible' ? audibly({ chosen, levels, teacher }) : heard;
  return { excerpts, baselines: baselineRows(heard) };
}

/** The excerpts that a recipe learns from. */
export async function excerptsFor(recipe: ClipRecipe, options: TrainingOptions): Promise<TrainingExcerpt[]> {
  const data = await readData(recipe, options);
  if (recipe.normalisation === 'audible') return audibly(data);
  return joinExcerpts(data.chosen, data.levels, MEL_BANDS, data.teacher);
}

function audibly({ chosen, levels, teacher }: Data): TrainingExcerpt[] {
  return joinExcerpts(chosen, levels.map(toAudible), HEARD_BANDS, teacher);
}

interface Data {
  readonly chosen: Excerpt[];
  readonly levels: MelLevels[];
  readonly teacher: Awaited<ReturnType<typeof readTeacherCsv>>;
}

async function readData(recipe: ClipRecipe, options: TrainingOptions): Promise<Data> {
  const { dataFolder, cacheFolder, progress } = options;
  const all = await readClipsCsv(clipsCsvPath(dataFolder));
  const chosen = all.filter(({ dataset }) => recipe.datasets.includes(dataset));
  const files = chosen.map(({ file }) => join(dataFolder, 'emotion', file));
  const levels = await loadMelLevels(files, recipe.edges, cacheFolder, progress);
  const teacher =
    recipe.teacherWeight > 0
      ? await readTeacherCsv(join(dataFolder, 'emotion', 'teacher.csv'))
      : new Map<string, TeacherValue[]>();
  return { chosen, levels, teacher };
}

/** Where and how the clip networks of a run are fitted. */
export function runOf(recipe: ClipRecipe, options: TrainingOptions): ClipRun {
  const checkpointOf = checkpointsIn<FitState>(checkpointFolder(options.cacheFolder, `clip-${recipe.name}`));
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
  const { excerpts } = await loadExcerpts(recipe, options);
  const { answers } = await crossValidateClip(excerpts, runOf(recipe, options));
  return { row: 'paper recipe', answers };
}

/** A recipe with the number of epochs that a run asks for. */
export function withEpochs(recipe: ClipRecipe, maxEpochs: number | undefined): ClipRecipe {
  return maxEpochs === undefined ? recipe : { ...recipe, maxEpochs };
}
