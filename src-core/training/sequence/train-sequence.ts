import { join } from 'node:path';
import type { SequenceNormalisation } from '../../emotion/model-files/normalisation-types.ts';
import { writeModel } from '../../emotion/model-files/write-model.ts';
import { mean } from '../metrics/regression.ts';
import type { SequenceCard } from '../report/card.ts';
import { writeLossPlot } from '../report/write-loss-plot.ts';
import { forgetCheckpoints } from '../run/checkpoint.ts';
import { fitAhead } from '../run/fit-ahead.ts';
import { commandLine, type TrainingOptions } from '../run/training-options.ts';
import { fitSequence, type FoldSums, type SequenceRun } from './cross-validate-sequence.ts';
import { bandFactors } from './forecast-bands.ts';
import { addForecastSums, forecastError } from './forecast-score.ts';
import { sequenceCard } from './sequence-card.ts';
import { coverageRows, crossValidatedRows, seedSpread } from './sequence-rows.ts';
import { sequenceRuns } from './sequence-runs.ts';
import { sequenceTurns } from './sequence-turns.ts';
import { loadSequenceSongs, type SequenceSong } from './sequence-songs.ts';

/**
 * Cross-validates and trains the sequence model, and writes it with its card and loss plot. Curves that a clip model
 * heard are used where this command has trained one before.
 * @throws {SegueError} where the data folder is missing or malformed.
 */
export async function trainSequence(options: TrainingOptions): Promise<SequenceCard> {
  const started = options.clock();
  if (!options.resume) await forgetCheckpoints(options.cacheFolder, ['sequence-segue', 'sequence-paper']);
  await fitAhead(sequenceTurns(options, true), options);
  const songs = await loadSequenceSongs(options.dataFolder, options.cacheFolder, options.seed);
  const { run, paper } = sequenceRuns(options);
  const { rows, model } = await crossValidatedRows(songs, run, paper);
  const factors = bandFactors([...model.sums.values()].map(addForecastSums));
  const spread = run.recipe.name === 'paper' ? null : await seedSpread(songs, model.sums, run);
  const epochs = Math.round(mean(model.epochs));
  const everything = { train: [...songs], validation: [] };
  const shipped = await fitSequence('all folds', everything, {
    ...run,
    recipe: { ...run.recipe, maxEpochs: epochs },
  });
  const normalisation: SequenceNormalisation =
    shipped.normalisation.kind === 'mixture'
      ? { ...shipped.normalisation, bandFactors: byAxis(factors) }
      : shipped.normalisation;
  const card = sequenceCard({
    recipe: run.recipe,
    songs,
    metrics: rows,
    bandCoverage: run.recipe.name === 'paper' ? [] : coverageRows(model.sums, factors),
    seedSpread: spread,
    heldOutError: forecastError(mostLikeTheApp(model.sums)),
    parameters: shipped.parameters,
    epochs,
    origin: {
      date: options.date,
      // Heard curves come from the clip model's training, which `all` runs first.
      command: commandLine(usesHeard(songs, run) ? 'all' : 'sequence', options),
      seed: options.seed,
      commit: options.commit,
      trainingSeconds: Math.round((options.clock() - started) / 1000),
    },
  });
  const folder = join(options.outFolder, 'sequence');
  await writeModel(folder, 'sequence', shipped.network, { normalisation, card });
  await writeLossPlot(folder, 'Sequence LSTM', model.histories);
  return card;
}

function byAxis(factors: Float64Array): { arousal: number[]; valence: number[] } {
  const axis = (a: 0 | 1): number[] => Array.from(factors.filter((_, i) => i % 2 === a));
  return { arousal: axis(0), valence: axis(1) };
}

/** Errors over the curves that are most like the app's own: heard ones, or else rated ones. */
function mostLikeTheApp(sums: FoldSums): ReturnType<typeof addForecastSums> {
  return addForecastSums(sums.get('heard') ?? sums.get('emomusic')!);
}

function usesHeard(songs: readonly SequenceSong[], { recipe }: SequenceRun): boolean {
  return recipe.curves.includes('heard') && songs.some(({ set }) => set === 'heard');
}
