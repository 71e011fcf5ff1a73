import { ALL_FOLDS, splitByFold } from '../data/folds.ts';
import { SPREAD_FOLD, spreadSeeds } from '../run/spread-seeds.ts';
import type { TrainingOptions } from '../run/training-options.ts';
import { crossValidateSequence, fitSequence } from './cross-validate-sequence.ts';
import type { SequenceRecipe } from './sequence-recipe.ts';
import { spreadLabel } from './sequence-rows.ts';
import { sequenceRuns } from './sequence-runs.ts';
import { loadSequenceSongs } from './sequence-songs.ts';

/** The fit of one fold (null: all folds) and seed. */
export interface SequenceTurn {
  readonly model: 'sequence';
  readonly recipe: SequenceRecipe['name'];
  readonly fold: number | null;
  readonly seed: number;
}

/** The fits of a cross-validation, the longest first; with the shipped one where it does not wait for its answers. */
export function sequenceTurns({ recipe, seed }: TrainingOptions, shipped: boolean): SequenceTurn[] {
  const turn = (name: SequenceTurn['recipe'], fold: number | null, ofSeed = seed): SequenceTurn => ({
    model: 'sequence',
    recipe: name,
    fold,
    seed: ofSeed,
  });
  const own =
    recipe === 'paper'
      ? []
      : [
          ...(shipped
            ? [turn('segue', null), ...spreadSeeds(seed).map((other) => turn('segue', SPREAD_FOLD, other))]
            : []),
          ...ALL_FOLDS.map((fold) => turn('segue', fold)),
        ];
  return [...own, ...ALL_FOLDS.map((fold) => turn('paper', fold))];
}

export async function takeSequenceTurn(turn: SequenceTurn, options: TrainingOptions): Promise<void> {
  const songs = await loadSequenceSongs(options.dataFolder, options.cacheFolder, options.seed);
  const { run } = sequenceRuns({ ...options, recipe: turn.recipe });
  const { fold, seed } = turn;
  if (fold === null) {
    await fitSequence('all folds', { train: songs, validation: [] }, run);
  } else if (seed !== options.seed) {
    const split = splitByFold(songs, (song) => song, fold, options.seed);
    await fitSequence(spreadLabel(seed), split, { ...run, seed });
  } else {
    await crossValidateSequence(songs, run, [fold]);
  }
}
