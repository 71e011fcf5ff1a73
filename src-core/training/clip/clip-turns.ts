import { join } from 'node:path';
import { clipsCsvPath, readClipsCsv } from '../data/clips-csv.ts';
import { ALL_FOLDS } from '../data/folds.ts';
import { SPREAD_FOLD, spreadSeeds } from '../run/spread-seeds.ts';
import type { TrainingOptions } from '../run/training-options.ts';
import { crossValidateSong } from '../song/cross-validate-song.ts';
import { trainSong } from '../song/train-song.ts';
import { describeExcerpts } from '../song/song-excerpt.ts';
import { clipRecipe, type ClipRecipe } from './clip-recipe.ts';
import { averageMembers, crossValidateClip, fitMembers } from './cross-validate-clip.ts';
import { excerptsFor, runOf, songRunOf, withEpochs } from './cross-validate.ts';
import { loadMelLevels } from './mel-cache.ts';

/** A part of the clip model's run: a share of the listening, or the fits of one fold (null: all folds) and seed. */
export type ClipTurn =
  | {
      readonly model: 'listening';
      readonly recipe: ClipRecipe['name'];
      readonly share: number;
      readonly of: number;
    }
  | {
      readonly model: 'clip';
      readonly recipe: ClipRecipe['name'];
      readonly fold: number | null;
      readonly seed: number;
    };

/** Listening must be over before the fits begin. */
export function listeningTurns({ recipe, workers }: TrainingOptions): ClipTurn[] {
  return recipesOf(recipe).flatMap((name) =>
    Array.from({ length: workers }, (_, share) => ({
      model: 'listening' as const,
      recipe: name,
      share,
      of: workers,
    })),
  );
}

/** The fits of a cross-validation, the longest first; with the shipped ones where they do not wait for its answers. */
export function clipTurns({ recipe, seed }: TrainingOptions, shipped: boolean): ClipTurn[] {
  const turn = (name: ClipRecipe['name'], fold: number | null, ofSeed = seed): ClipTurn => ({
    model: 'clip',
    recipe: name,
    fold,
    seed: ofSeed,
  });
  return recipesOf(recipe).flatMap((name) => [
    ...(name === 'segue' && shipped ? [turn(name, null)] : []),
    ...ALL_FOLDS.map((fold) => turn(name, fold)),
    ...(name === 'segue' ? spreadSeeds(seed).map((other) => turn(name, SPREAD_FOLD, other)) : []),
  ]);
}

function recipesOf(recipe: ClipRecipe['name']): ClipRecipe['name'][] {
  return recipe === 'segue' ? ['segue', 'paper'] : ['paper'];
}

export async function takeClipTurn(turn: ClipTurn, options: TrainingOptions): Promise<void> {
  const recipe = withEpochs(clipRecipe(turn.recipe), options.maxEpochs);
  if (turn.model === 'listening') {
    const all = await readClipsCsv(clipsCsvPath(options.dataFolder));
    const files = all
      .filter(({ dataset }) => recipe.datasets.includes(dataset))
      .filter((_, i) => i % turn.of === turn.share)
      .map(({ file }) => join(options.dataFolder, 'emotion', file));
    for (const file of files)
      await loadMelLevels([file], recipe.edges, options.cacheFolder, options.progress);
    return;
  }
  const { seed, fold } = turn;
  const excerpts = await excerptsOnce(recipe, options);
  const run = { ...runOf(recipe, options), seed };
  const isFold = fold !== null;
  const { heardBy } = isFold ? await crossValidateClip(excerpts, run, [fold]) : { heardBy: new Map() };
  if (recipe.name === 'paper') return;
  const songRun = { ...(await songRunOnce(excerpts, options)), seed };
  if (isFold) {
    await crossValidateSong(excerpts, heardBy, songRun);
    return;
  }
  const hearing = averageMembers(await fitMembers('all folds', excerpts, run, recipe.maxEpochs), recipe);
  await trainSong(
    'all folds',
    describeExcerpts(excerpts, hearing, songRun.statistics, songRun.hints),
    songRun,
  );
}

/** What a thread's turns share, by recipe: reading it takes as long as a fit. */
const kept = new Map<string, ReturnType<typeof excerptsFor>>();
let songRun: ReturnType<typeof songRunOf> | null = null;

function excerptsOnce(recipe: ClipRecipe, options: TrainingOptions): ReturnType<typeof excerptsFor> {
  const loading = kept.get(recipe.name) ?? excerptsFor(recipe, options);
  kept.set(recipe.name, loading);
  return loading;
}

function songRunOnce(...given: Parameters<typeof songRunOf>): ReturnType<typeof songRunOf> {
  songRun ??= songRunOf(...given);
  return songRun;
}
