import type { SongNormalisation } from '../../emotion/model-files/normalisation-types.ts';
import type { RecurrentNetwork } from '../../emotion/network.ts';
import { APP_SCALE_DATASET, meanAbsoluteStep, type TrainedClipNetwork } from '../clip/cross-validate-clip.ts';
import type { HeldOutAnswer } from '../clip/excerpt-metrics.ts';
import { meanPair } from '../clip/fit-clip.ts';
import { ratingScales, type TrainingExcerpt } from '../clip/training-excerpt.ts';
import { averageNetworks } from '../run/average-networks.ts';
import type { OpenCheckpoint } from '../run/checkpoint.ts';
import type { FitHistory, FitState } from '../run/fit.ts';
import type { Progress } from '../run/progress.ts';
import { fitSong } from './fit-song.ts';
import { createSongListener } from './song-curve.ts';
import { describeExcerpts, type SongExcerpt } from './song-excerpt.ts';
import type { SongRecipe } from './song-recipe.ts';
import { fromScale, onScale, songScales } from './song-scales.ts';

/** Where and how the fits of one run are done. */
export interface SongRun {
  readonly recipe: SongRecipe;
  readonly seed: number;
  /** The teacher's inner descriptions, where there are any. */
  readonly hints: ReadonlyMap<TrainingExcerpt, Float32Array>;
  readonly checkpointOf: OpenCheckpoint<FitState>;
  readonly progress: Progress;
}

/** Song networks averaged into one, as they are shipped. */
export interface TrainedSongNetwork {
  readonly network: RecurrentNetwork;
  readonly normalisation: SongNormalisation;
  readonly parameterCount: number;
  readonly history: FitHistory;
}

export interface SongCrossValidation {
  /** Answers for held-out excerpts, on the scale of their own data set (unrated sets: on the app's). */
  readonly answers: HeldOutAnswer[];
  readonly meanAbsoluteStep: { readonly arousal: number; readonly valence: number };
  readonly histories: FitHistory[];
  /** Held-out curves on the app's scale, `[arousal, valence]` interleaved. */
  readonly curves: Float32Array[];
}

/**
 * Trains on four folds and answers for the fifth, five times, each time upon the clip network that was trained on the
 * same four. The number of epochs is the recipe's: nothing looks at the fifth.
 * @param heardBy the clip network of each fold
 */
export async function crossValidateSong(
  excerpts: readonly TrainingExcerpt[],
  heardBy: readonly TrainedClipNetwork[],
  run: SongRun,
): Promise<SongCrossValidation> {
  const answers: HeldOutAnswer[] = [];
  const curves: Float32Array[] = [];
  const histories: FitHistory[] = [];
  for (const [fold, hearing] of heardBy.entries()) {
    const isTest = ({ excerpt }: { excerpt: { fold: number } }): boolean => excerpt.fold === fold;
    const described = describeExcerpts(excerpts, hearing, run.hints, run.recipe, (excerpt) =>
      excerpt.fold === fold ? [0] : run.recipe.gainsDb,
    );
    const train = described.filter((item) => !isTest(item));
    const { network, normalisation, history } = await trainSong(`fold ${fold}`, train, run);
    histories.push(history);
    const ratings = ratingScales(train);
    const appScale = ratings.get(APP_SCALE_DATASET)!;
    const listen = createSongListener(network, normalisation);
    for (const item of described.filter(isTest)) {
      const curve = listen(item);
      const ownScale = ratings.get(item.excerpt.dataset) ?? appScale;
      const answer = fromScale(onScale(meanPair(curve), appScale), ownScale);
      answers.push({ excerpt: item.excerpt, answer });
      curves.push(curve);
    }
  }
  return { answers, curves, histories, meanAbsoluteStep: meanAbsoluteStep(curves) };
}

/** Trains the members, which differ in their seeds alone, and averages them. */
export async function trainSong(
  label: string,
  train: readonly SongExcerpt[],
  { recipe, seed, checkpointOf, progress }: SongRun,
): Promise<TrainedSongNetwork> {
  const scales = songScales(train);
  const ids = train.map(({ excerpt }) => excerpt.id);
  const members: Awaited<ReturnType<typeof fitSong>>[] = [];
  for (let member = 0; member < recipe.members; member++) {
    const name = `song, ${label}, member ${member}`;
    const inputs = scales.input;
    const checkpoint = await checkpointOf(name, JSON.stringify({ recipe, seed, name, ids, inputs }));
    progress.stage(`Song LSTM, ${label}, member ${member}`, recipe.epochs);
    const onEpoch = (epoch: number, loss: number): void => {
      progress.step(epoch + 1, `loss ${loss.toFixed(3)}`);
    };
    members.push(await fitSong(train, scales, { recipe, seed, label: name, onEpoch }, checkpoint));
    progress.end();
  }
  const scale = scales.ratings.get(APP_SCALE_DATASET)!;
  const { bandPairs, floorDb, newestShare } = recipe;
  return {
    network: averageNetworks(members.map(({ network }) => network.toNetwork(scale))),
    normalisation: { bandPairs, floorDb, newestShare, ...scales.input },
    parameterCount: members.reduce((sum, { network }) => sum + network.parameterCount, 0),
    history: members[0].history,
  };
}
