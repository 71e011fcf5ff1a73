import { interleave } from '../../contract/seam.ts';
import type { SongNormalisation } from '../../emotion/model-files/normalisation-types.ts';
import type { RecurrentNetwork } from '../../emotion/network.ts';
import { APP_SCALE_DATASET } from '../clip/app-scale.ts';
import { meanAbsoluteStep, type TrainedClipNetwork } from '../clip/cross-validate-clip.ts';
import type { HeldOutAnswer } from '../clip/excerpt-metrics.ts';
import { ratingScales, type TrainingExcerpt } from '../clip/training-excerpt.ts';
import { mean } from '../metrics/regression.ts';
import { averageNetworks } from '../run/average-networks.ts';
import type { OpenCheckpoint } from '../run/checkpoint.ts';
import type { FitHistory, FitState } from '../run/fit.ts';
import type { Progress } from '../run/progress.ts';
import { fitSong } from './fit-song.ts';
import { createSongListener } from './song-curve.ts';
import { describeExcerpts, type ClipsStatistics, type SongExcerpt } from './song-excerpt.ts';
import { heldOutOffsets, lowered, settledErrors, type Offsets } from './held-out-offsets.ts';
import { fitLandmarks } from './fit-landmarks.ts';
import { kernelTargets } from './kernel-targets.ts';
import type { LandmarkRecipe } from './landmark-recipe.ts';
import type { SongNetworks } from './song-network.ts';
import type { SongRecipe } from './song-recipe.ts';
import { fromScale, onScale, songScales } from './song-scales.ts';
import type { HeldOutError } from './uncertainty.ts';

/** Where and how the fits of one run are done. */
export interface SongRun {
  readonly recipe: SongRecipe;
  readonly landmarks: LandmarkRecipe;
  readonly seed: number;
  readonly statistics: ReadonlyMap<TrainingExcerpt, ClipsStatistics>;
  /** The teacher's inner descriptions, where there are any. */
  readonly hints: ReadonlyMap<TrainingExcerpt, Float32Array>;
  readonly checkpointOf: OpenCheckpoint<FitState>;
  readonly progress: Progress;
}

export type SongRecipes = Pick<SongRun, 'recipe' | 'landmarks'>;

/** Song networks, the recurrent ones averaged into one pair, as they are shipped. */
export interface TrainedSongNetwork {
  readonly networks: SongNetworks;
  /** Its uncertainty is not calibrated: `uncertaintyScale` is 1. */
  readonly normalisation: SongNormalisation;
  readonly parameterCount: number;
  readonly history: FitHistory;
}

export interface SongCrossValidation {
  /** Answers for held-out excerpts, on the scale of their own data set (unrated sets: on the app's). */
  readonly answers: HeldOutAnswer[];
  /** The same with each fold's told lower by the other folds' {@link heldOutOffsets}. */
  readonly settled: HeldOutAnswer[];
  /** By which the answers of a model trained on all folds are to be told lower. */
  readonly offsets: Offsets;
  /** How far the settled ones for rated excerpts are off, and how far the model thought they might be. */
  readonly errors: HeldOutError[];
  readonly meanAbsoluteStep: { readonly arousal: number; readonly valence: number };
  readonly histories: FitHistory[];
  /** Held-out curves on the app's scale, `[arousal, valence]` interleaved. */
  readonly curves: Float32Array[];
  /** Standard deviation that the model tells of each value of `curves`, not calibrated. */
  readonly deviations: Float32Array[];
}

/**
 * Trains on four folds and answers for the fifth, each time upon the clip network that was trained on the same four. The number of epochs is the recipe's: nothing looks at the fifth.
 * @param heardBy the clip network of each fold
 */
export async function crossValidateSong(
  excerpts: readonly TrainingExcerpt[],
  heardBy: ReadonlyMap<number, TrainedClipNetwork>,
  run: SongRun,
): Promise<SongCrossValidation> {
  const answers: HeldOutAnswer[] = [];
  const errors: HeldOutError[] = [];
  const onLowered: ((offsets: Offsets) => HeldOutAnswer)[] = [];
  const curves: Float32Array[] = [];
  const deviations: Float32Array[] = [];
  const histories: FitHistory[] = [];
  for (const [fold, hearing] of heardBy) {
    const isTest = ({ excerpt }: { excerpt: { fold: number } }): boolean => excerpt.fold === fold;
    const described = describeExcerpts(excerpts, hearing, run.statistics, run.hints);
    const train = described.filter((item) => !isTest(item));
    const { networks, normalisation, history } = await trainSong(`fold ${fold}`, train, run);
    histories.push(history);
    const ratings = ratingScales(train);
    const appScale = ratings.get(APP_SCALE_DATASET)!;
    const listen = createSongListener(networks, normalisation);
    for (const item of described.filter(isTest)) {
      const { arousal, valence, uncertainty } = listen(item);
      const ownScale = ratings.get(item.excerpt.dataset) ?? appScale;
      const relative = onScale([mean([...arousal]), mean([...valence])], appScale);
      const answer = fromScale(relative, ownScale);
      answers.push({ excerpt: item.excerpt, answer });
      onLowered.push((offsets) => ({
        excerpt: item.excerpt,
        answer: fromScale(relative, lowered(ownScale, offsets.get(item.excerpt.dataset), appScale)),
      }));
      curves.push(interleave({ arousal, valence }));
      deviations.push(interleave(uncertainty));
      const { rating, dataset } = item.excerpt;
      if (rating === null) continue;
      const truth = fromScale(onScale([rating.arousal, rating.valence], ownScale), appScale);
      const said = fromScale(relative, appScale);
      errors.push({
        dataset,
        fold,
        arousal: { error: said[0] - truth[0], expected: mean([...uncertainty.arousal]) },
        valence: { error: said[1] - truth[1], expected: mean([...uncertainty.valence]) },
      });
    }
  }
  return {
    answers,
    settled: answers.map(({ excerpt }, i) => onLowered[i](heldOutOffsets(errors, excerpt.fold))),
    offsets: heldOutOffsets(errors),
    errors: settledErrors(errors),
    curves,
    deviations,
    histories,
    meanAbsoluteStep: meanAbsoluteStep(curves),
  };
}

function once<T>(compute: () => T): () => T {
  let value: { readonly known: T } | null = null;
  return () => (value ??= { known: compute() }).known;
}

/** Trains the members, which differ in their seeds alone, and averages them; and fits the landmark network. */
export async function trainSong(
  label: string,
  train: readonly SongExcerpt[],
  { recipe, landmarks, seed, checkpointOf, progress }: SongRun,
): Promise<TrainedSongNetwork> {
  const scales = songScales(train);
  const kernel = once(() => kernelTargets(train, scales, recipe.arousalPerDb));
  const ids = train.map(({ excerpt }) => excerpt.id);
  const members: Awaited<ReturnType<typeof fitSong>>[] = [];
  for (let member = 0; member < recipe.members; member++) {
    const name = `song, ${label}, member ${member}`;
    const inputs = scales.input;
    const checkpoint = await checkpointOf(
      `${name}, seed ${seed}`,
      JSON.stringify({ recipe, seed, name, ids, inputs }),
    );
    progress.stage(`Song LSTM, ${label}, member ${member}`, recipe.epochs);
    const onEpoch = (epoch: number, loss: number): void => {
      progress.step(epoch + 1, `loss ${loss.toFixed(3)}`);
    };
    members.push(await fitSong(train, scales, { recipe, kernel, seed, label: name, onEpoch }, checkpoint));
    progress.end();
  }
  const scale = scales.ratings.get(APP_SCALE_DATASET)!;
  const pairs = members.map(({ network }) => network.toNetworks(scale));
  const likeness = fitLandmarks(train, scales, {
    recipe: landmarks,
    arousalPerDb: recipe.arousalPerDb,
    random: `landmarks, ${label}, seed ${seed}`,
  });
  return {
    networks: {
      forward: averageNetworks(pairs.map(({ forward }) => forward)),
      backward: averageNetworks(pairs.map(({ backward }) => backward)),
      landmarks: likeness.network,
    },
    normalisation: {
      ...scales.input,
      arousalPerDb: recipe.arousalPerDb * scale.standardDeviation[0],
      referenceLevelDb: scales.levelDb,
      smoothingReach: recipe.smoothingReach,
      uncertaintyScale: { arousal: 1, valence: 1 },
      surroundings: likeness.surroundings,
    },
    parameterCount:
      members.reduce((sum, { network }) => sum + network.parameterCount, 0) + parametersOf(likeness.network),
    history: members[0].history,
  };
}

function parametersOf({ layers }: RecurrentNetwork): number {
  return layers.reduce((sum, { kernel, bias }) => sum + kernel.length + bias.length, 0);
}
