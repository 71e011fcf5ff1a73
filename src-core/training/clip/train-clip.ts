import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeModel, writeNetwork, writeNormalisation } from '../../emotion/model-files/write-model.ts';
import { mean } from '../metrics/regression.ts';
import type { ClipCard } from '../report/card.ts';
import { writeLossPlot } from '../report/write-loss-plot.ts';
import { forgetCheckpoints } from '../run/checkpoint.ts';
import { fitAhead } from '../run/fit-ahead.ts';
import { commandLine, type TrainingOptions } from '../run/training-options.ts';
import { trainSong, type TrainedSongNetwork } from '../song/train-song.ts';
import { describeExcerpts, withoutHead } from '../song/song-excerpt.ts';
import { calibrate } from '../song/uncertainty.ts';
import { clipTurns, listeningTurns } from './clip-turns.ts';
import { clipCard } from './clip-card.ts';
import { averageMembers, fitMembers, type TrainedClipNetwork } from './cross-validate-clip.ts';
import { crossValidate, type SongFindings } from './cross-validate.ts';
import { cpuSecondsOf } from './model-cost.ts';
import type { TrainingExcerpt } from './training-excerpt.ts';

/**
 * Cross-validates and trains the clip model, clip network first and song network upon it, and writes it with its card
 * and loss plots.
 * @throws {SegueError} where the data folder is missing, malformed or holds a file that cannot be heard.
 */
export async function trainClip(options: TrainingOptions): Promise<ClipCard> {
  const started = options.clock();
  if (!options.resume) {
    const runs = options.recipe === 'paper' ? ['clip-paper'] : ['clip-paper', 'clip-segue', 'song'];
    await forgetCheckpoints(options.cacheFolder, runs);
  }
  await fitAhead(listeningTurns(options), options);
  await fitAhead(clipTurns(options, true), options);
  const found = await crossValidate(options);
  const { recipe, excerpts, run, clipOnly, song } = found;
  const epochs = Math.round(mean(clipOnly.epochs));
  const members = await fitMembers('all folds', excerpts, run, epochs);
  const hearing = averageMembers(members, recipe);
  const trained = song === null ? null : await trainSongNetworks(excerpts, hearing, song);
  const clipParameters = members.reduce((sum, { network }) => sum + network.parameterCount, 0);
  const card = clipCard({
    recipe,
    song: song?.run ?? null,
    excerpts,
    crossValidation:
      song === null ? clipOnly : { ...song.crossValidation, answers: song.crossValidation.settled },
    offsets: song?.crossValidation.offsets ?? new Map(),
    errors: song?.crossValidation.errors ?? null,
    seedSpread: song?.seedSpread ?? null,
    cpuSeconds: cpuSecondsOf(hearing, trained),
    rows: found.rows,
    parameters: clipParameters + (trained?.parameterCount ?? 0),
    epochs,
    origin: {
      date: options.date,
      command: commandLine('clip', options),
      seed: options.seed,
      commit: options.commit,
      trainingSeconds: Math.round((options.clock() - started) / 1000),
    },
  });
  await writeClipModel(join(options.outFolder, 'clip'), hearing, trained, card);
  await writeLossPlot(join(options.outFolder, 'clip'), 'Clip LSTM', clipOnly.histories);
  if (song !== null) {
    await writeLossPlot(join(options.outFolder, 'clip', 'song'), 'Song LSTM', song.crossValidation.histories);
  }
  return card;
}

/** The song networks upon the shipped clip network, their uncertainty calibrated by the errors on held-out excerpts. */
async function trainSongNetworks(
  excerpts: readonly TrainingExcerpt[],
  hearing: TrainedClipNetwork,
  { run, crossValidation }: SongFindings,
): Promise<TrainedSongNetwork> {
  const { statistics, hints } = run;
  const described = describeExcerpts(excerpts, hearing, statistics, hints);
  const trained = await trainSong('all folds', described, run);
  const uncertaintyScale = calibrate(crossValidation.errors);
  return { ...trained, normalisation: { ...trained.normalisation, uncertaintyScale } };
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
  const { forward, backward, landmarks } = song.networks;
  await writeNetwork(join(folder, 'song', 'forward'), 'forward', forward);
  await writeNetwork(join(folder, 'song', 'backward'), 'backward', backward);
  await writeNetwork(join(folder, 'song', 'landmarks'), 'landmarks', landmarks);
  await writeNormalisation(join(folder, 'song'), song.normalisation);
  await writeModel(folder, 'clip', withoutHead(network), {
    normalisation: { ...normalisation, pooling, context: 'song' },
    card,
  });
}
