import type { SongNormalisation } from '../../emotion/model-files/normalisation-types.ts';
import type { RecurrentNetwork } from '../../emotion/network.ts';
import { APP_SCALE_DATASET } from '../clip/app-scale.ts';
import type { TrainingExcerpt } from '../clip/training-excerpt.ts';
import { averageNetworks } from '../run/average-networks.ts';
import type { OpenCheckpoint } from '../run/checkpoint.ts';
import type { FitHistory, FitState } from '../run/fit.ts';
import type { Progress } from '../run/progress.ts';
import { fitLandmarks } from './fit-landmarks.ts';
import { fitSong } from './fit-song.ts';
import { kernelTargets } from './kernel-targets.ts';
import type { LandmarkRecipe } from './landmark-recipe.ts';
import type { ClipsStatistics, SongExcerpt } from './song-excerpt.ts';
import type { SongNetworks } from './song-network.ts';
import type { SongRecipe } from './song-recipe.ts';
import { songScales } from './song-scales.ts';

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

function once<T>(compute: () => T): () => T {
  let value: { readonly known: T } | null = null;
  return () => (value ??= { known: compute() }).known;
}
