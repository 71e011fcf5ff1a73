import { checkpointFolder, checkpointsIn } from '../run/checkpoint.ts';
import type { FitState } from '../run/fit.ts';
import type { TrainingOptions } from '../run/training-options.ts';
import type { SequenceRun } from './cross-validate-sequence.ts';
import { PAPER_SEQUENCE_RECIPE, SEGUE_SEQUENCE_RECIPE, type SequenceRecipe } from './sequence-recipe.ts';

type RunOptions = Pick<TrainingOptions, 'recipe' | 'cacheFolder' | 'seed' | 'maxEpochs' | 'progress'>;

/** The run of a recipe, and of the paper's beside it where that is another. */
export function sequenceRuns(options: RunOptions): { run: SequenceRun; paper: SequenceRun | null } {
  const paper = runOf(PAPER_SEQUENCE_RECIPE, options);
  return options.recipe === 'paper'
    ? { run: paper, paper: null }
    : { run: runOf(SEGUE_SEQUENCE_RECIPE, options), paper };
}

function runOf(recipe: SequenceRecipe, { maxEpochs, seed, progress, ...options }: RunOptions): SequenceRun {
  return {
    recipe: maxEpochs === undefined ? recipe : { ...recipe, maxEpochs },
    seed,
    progress,
    checkpointOf: checkpointsIn<FitState>(checkpointFolder(options.cacheFolder, `sequence-${recipe.name}`)),
  };
}
