import { join } from 'node:path';
import type { SequenceNormalisation } from '../../emotion/model-files/normalisation-types.ts';
import { writeModel } from '../../emotion/model-files/write-model.ts';
import { mean } from '../metrics/regression.ts';
import type { SequenceCard } from '../report/card.ts';
import { writeLossPlot } from '../report/write-loss-plot.ts';
import { averageNetworks } from '../run/average-networks.ts';
import { checkpointsIn } from '../run/checkpoint.ts';
import type { FitState } from '../run/fit.ts';
import { commandLine, type TrainingOptions } from '../run/training-options.ts';
import {
  crossValidateSequence,
  fitMembers,
  type FoldSums,
  type SequenceRun,
} from './cross-validate-sequence.ts';
import { FORECAST_STEPS } from './forecast-score.ts';
import { sequenceCard, spreadOf } from './sequence-card.ts';
import { INPUT_SCALE } from './sequence-input.ts';
import { PAPER_SEQUENCE_RECIPE, sequenceRecipe, type SequenceRecipe } from './sequence-recipe.ts';
import { loadSequenceSongs, type SequenceSong } from './sequence-songs.ts';

/**
 * Cross-validates and trains the sequence model, and writes it with its card and loss plot. Curves that a clip model
 * heard are used where this command has trained one before.
 * @throws {SegueError} where the data folder is missing or malformed.
 */
export async function trainSequence(options: TrainingOptions): Promise<SequenceCard> {
  const started = options.clock();
  const recipe = withEpochs(sequenceRecipe(options.recipe), options.maxEpochs);
  const songs = await loadSequenceSongs(options.dataFolder, options.cacheFolder, options.seed);
  const run = runOf(recipe, options);
  const crossValidation = await crossValidateSequence(songs, run);
  const epochs = Math.round(mean(crossValidation.epochs));
  const used = songs.filter((song) => recipe.curves.includes(song.set));
  const members = await fitMembers('all folds', used, [], run, epochs);
  const spread = spreadOf(crossValidation.model);
  const card = sequenceCard({
    recipe,
    songs,
    rows: [
      { row: 'ridge AR(10)', sums: crossValidation.autoregression },
      ...(recipe.name === 'paper' ? [] : [{ row: 'paper recipe', sums: await paperSums(songs, options) }]),
      { row: `${recipe.name} recipe`, sums: crossValidation.model },
    ],
    spread,
    parameters: members.reduce((sum, { network }) => sum + network.parameterCount, 0),
    epochs,
    origin: {
      date: options.date,
      // Heard curves come from the clip model's training, which `all` runs first.
      command: commandLine(used.some(({ set }) => set === 'heard') ? 'all' : 'sequence', options),
      seed: options.seed,
      commit: options.commit,
      trainingSeconds: Math.round((options.clock() - started) / 1000),
    },
  });
  const folder = join(options.outFolder, 'sequence');
  const network = averageNetworks(members.map((member) => member.network.toNetwork(member.scales.outputs)));
  await writeModel(folder, 'sequence', network, { normalisation: normalisationOf(recipe, spread), card });
  await writeLossPlot(folder, 'Sequence LSTM', crossValidation.histories);
  return card;
}

function normalisationOf(
  recipe: SequenceRecipe,
  spread: { arousal: number[]; valence: number[] },
): SequenceNormalisation {
  return {
    history: recipe.history,
    horizon: recipe.horizon,
    forecastSteps: FORECAST_STEPS,
    input: recipe.input,
    inputScale: INPUT_SCALE,
    predicts: recipe.predicts,
    // The scale of every step lies in the last layer's weights.
    outputScale: 1,
    spread,
  };
}

async function paperSums(songs: readonly SequenceSong[], options: TrainingOptions): Promise<FoldSums> {
  const recipe = withEpochs(PAPER_SEQUENCE_RECIPE, options.maxEpochs);
  return (await crossValidateSequence(songs, runOf(recipe, options))).model;
}

function runOf(recipe: SequenceRecipe, options: TrainingOptions): SequenceRun {
  const folder = join(options.cacheFolder, 'checkpoints', `sequence-${recipe.name}`);
  const checkpointOf = checkpointsIn<FitState>(folder, options.resume);
  return { recipe, seed: options.seed, checkpointOf, progress: options.progress };
}

function withEpochs(recipe: SequenceRecipe, maxEpochs: number | undefined): SequenceRecipe {
  return maxEpochs === undefined ? recipe : { ...recipe, maxEpochs };
}
