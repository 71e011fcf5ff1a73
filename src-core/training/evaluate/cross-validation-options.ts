import type { TrainingOptions } from '../run/training-options.ts';
import type { EvaluationSurroundings } from './surroundings.ts';

/** Seed of the shipped models' training, by which songs are dealt into folds. */
export const SEED = 1;

/** The training whose cross-validation is shown; fits that it left in the cache are used again. */
export function crossValidationOptions(
  dataFolder: string,
  { cacheFolder, modelsFolder, progress, workers }: EvaluationSurroundings,
): TrainingOptions {
  return {
    recipe: 'segue',
    dataFolder,
    cacheFolder,
    outFolder: modelsFolder,
    seed: SEED,
    resume: true,
    workers,
    date: '',
    commit: '',
    clock: () => performance.now(),
    progress,
  };
}
