import type { ClipInputNormalisation } from '../../emotion/model-files/normalisation-types.ts';
import type { RecurrentNetwork } from '../../emotion/network.ts';
import { ALL_FOLDS, splitByFold } from '../data/folds.ts';
import { mean } from '../metrics/regression.ts';
import { averageNetworks } from '../run/average-networks.ts';
import type { OpenCheckpoint } from '../run/checkpoint.ts';
import type { FitHistory, FitState } from '../run/fit.ts';
import type { Progress } from '../run/progress.ts';
import { APP_SCALE_DATASET } from './app-scale.ts';
import type { ClipRecipe } from './clip-recipe.ts';
import type { HeldOutAnswer } from './excerpt-metrics.ts';
import { answerClips, fitClip, meanPair, type FittedClipNetwork } from './fit-clip.ts';
import type { Scale, TrainingExcerpt } from './training-excerpt.ts';

/** Where and how the fits of one run are done. */
export interface ClipRun {
  readonly recipe: ClipRecipe;
  readonly seed: number;
  readonly checkpointOf: OpenCheckpoint<FitState>;
  readonly progress: Progress;
}

export interface ClipCrossValidation {
  /** Answers for held-out excerpts, on the scale of their own data set (unrated sets: on the app's). */
  readonly answers: HeldOutAnswer[];
  /** Mean absolute change from one half second to the next within held-out excerpts, on the app's scale. */
  readonly meanAbsoluteStep: { readonly arousal: number; readonly valence: number };
  readonly histories: FitHistory[];
  /** Epochs that each fold stopped at. */
  readonly epochs: number[];
  /** Held-out curves on the app's scale, `[arousal, valence]` interleaved. */
  readonly curves: Float32Array[];
  /** What answered for each fold: the networks that were trained without it, on the app's scale. */
  readonly heardBy: ReadonlyMap<number, TrainedClipNetwork>;
}

/** Clip networks averaged into one, as they are shipped. */
export interface TrainedClipNetwork {
  readonly network: RecurrentNetwork;
  readonly normalisation: ClipInputNormalisation;
  readonly pooling: 'last' | 'mean';
}

/**
 * Trains on four folds and answers for the fifth, five times, for the recipe's number of epochs. Where the recipe stops
 * early, a first fit of each turn finds out when, by a validation part inside the four folds.
 * @param folds those to answer for
 */
export async function crossValidateClip(
  excerpts: readonly TrainingExcerpt[],
  run: ClipRun,
  folds: readonly number[] = ALL_FOLDS,
): Promise<ClipCrossValidation> {
  const answers: HeldOutAnswer[] = [];
  const curves: Float32Array[] = [];
  const histories: FitHistory[] = [];
  const epochs: number[] = [];
  const heardBy = new Map<number, TrainedClipNetwork>();
  for (const fold of folds) {
    const { train, validation, test } = splitByFold(excerpts, ({ excerpt }) => excerpt, fold, run.seed);
    const stopped =
      run.recipe.patience === null
        ? null
        : await fitNamed(`fold ${fold}, when to stop`, train, validation, run);
    const foldEpochs = stopped?.epochs ?? run.recipe.maxEpochs;
    const members = await fitMembers(`fold ${fold}`, [...train, ...validation], run, foldEpochs);
    histories.push((stopped ?? members[0]).history);
    epochs.push(foldEpochs);
    const { ratings } = members[0].scales;
    heardBy.set(fold, averageMembers(members, run.recipe));
    for (const item of test) {
      const relative = meanOf(members.map(({ network, scales }) => answerClips(network, item, scales)));
      const appScale = ratings.get(APP_SCALE_DATASET)!;
      const ownScale = ratings.get(item.excerpt.dataset) ?? appScale;
      answers.push({ excerpt: item.excerpt, answer: meanPair(rescale(relative, ownScale)) });
      curves.push(rescale(relative, appScale));
    }
  }
  return { answers, curves, histories, epochs, heardBy, meanAbsoluteStep: meanAbsoluteStep(curves) };
}

/** One fit per member of the ensemble, for `epochs`; members differ in their seeds alone. */
export async function fitMembers(
  label: string,
  train: readonly TrainingExcerpt[],
  run: ClipRun,
  epochs: number,
): Promise<FittedClipNetwork[]> {
  const members: FittedClipNetwork[] = [];
  for (let member = 0; member < run.recipe.members; member++) {
    members.push(await fitNamed(`${label}, member ${member}`, train, [], run, epochs));
  }
  return members;
}

/** The members as one network, on the app's scale. */
export function averageMembers(
  members: readonly FittedClipNetwork[],
  { pooling }: ClipRecipe,
): TrainedClipNetwork {
  const { ratings, normalisation } = members[0].scales;
  const scale = ratings.get(APP_SCALE_DATASET)!;
  const network = averageNetworks(members.map((member) => member.network.toNetwork(scale)));
  return { network, normalisation, pooling };
}

/** One fit with its checkpoint and progress bar. */
async function fitNamed(
  label: string,
  train: readonly TrainingExcerpt[],
  validation: readonly TrainingExcerpt[],
  { recipe, seed, progress, checkpointOf }: ClipRun,
  epochs: number = recipe.maxEpochs,
): Promise<FittedClipNetwork> {
  const ids = train.map(({ excerpt }) => excerpt.id);
  const checkpoint = await checkpointOf(
    `${label}, seed ${seed}`,
    JSON.stringify({ recipe, seed, label, epochs, ids }),
  );
  progress.stage(`Clip LSTM (${recipe.name}), ${label}`, epochs);
  const onEpoch = (epoch: number, training: number, held: number | null): void => {
    const heldNote = held === null ? '' : `, held ${held.toFixed(3)}`;
    progress.step(epoch + 1, `loss ${training.toFixed(3)}${heldNote}`);
  };
  const fitted = await fitClip(train, validation, { recipe, seed, label, epochs, onEpoch }, checkpoint);
  progress.end();
  return fitted;
}

function meanOf(answers: readonly Float32Array[]): Float32Array {
  return answers[0].map((_, i) => mean(answers.map((answer) => answer[i])));
}

function rescale(pairs: Float32Array, scale: Scale): Float32Array {
  return pairs.map((value, i) => value * scale.standardDeviation[i % 2] + scale.mean[i % 2]);
}

/** Mean absolute change from pair to pair within curves of interleaved pairs. */
export function meanAbsoluteStep(curves: readonly Float32Array[]): { arousal: number; valence: number } {
  const steps: [number[], number[]] = [[], []];
  for (const pairs of curves) {
    for (let i = 2; i < pairs.length; i++) steps[i % 2].push(Math.abs(pairs[i] - pairs[i - 2]));
  }
  return { arousal: mean(steps[0]), valence: mean(steps[1]) };
}
