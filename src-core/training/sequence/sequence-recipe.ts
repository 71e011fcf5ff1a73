import type { SequenceNormalisation } from '../../emotion/model-files/normalisation-types.ts';
import { HISTORY_STEPS } from './forecast-score.ts';

/** Everything that shapes the training of a sequence LSTM. Plain data: part of a checkpoint's key and of the card. */
export interface SequenceRecipe {
  readonly name: 'paper' | 'segue';
  readonly history: number;
  /** Pairs that the network gives at once. */
  readonly horizon: number;
  readonly input: SequenceNormalisation['input'];
  readonly predicts: SequenceNormalisation['predicts'];
  readonly units: readonly number[];
  /** Networks that are trained with different seeds and averaged into one. */
  readonly members: number;
  /** Sets of curves to learn from, by name. */
  readonly curves: readonly ('emomusic' | 'deam' | 'heard')[];
  /** Also show every window mirrored at zero on either axis: no direction of change is preferred. */
  readonly mirror: boolean;
  /** Windows drawn in an epoch; more than there are draws each once. */
  readonly windowsPerEpoch: number;
  readonly batchWindows: number;
  readonly dropout: number;
  readonly learningRate: number;
  readonly weightDecay: number;
  readonly maxEpochs: number;
  readonly patience: number;
  /** Epochs whose validation losses are averaged before they are compared. */
  readonly smoothing: number;
}

/** arXiv 2403.17379: ten pairs in, the next pair out as such, stacked LSTMs of 20 units, on Emotion in Music. */
export const PAPER_SEQUENCE_RECIPE: SequenceRecipe = {
  name: 'paper',
  history: HISTORY_STEPS,
  horizon: 1,
  input: 'level',
  predicts: 'level',
  units: [20, 20, 20, 20],
  members: 1,
  curves: ['emomusic'],
  mirror: false,
  windowsPerEpoch: 20_000,
  batchWindows: 128,
  dropout: 0,
  learningRate: 3e-3,
  weightDecay: 0,
  maxEpochs: 20,
  patience: 5,
  smoothing: 3,
};

/** The recipe of the shipped model. */
export const SEGUE_SEQUENCE_RECIPE: SequenceRecipe = {
  name: 'segue',
  history: HISTORY_STEPS,
  horizon: 20,
  input: 'level-and-offset',
  predicts: 'change',
  units: [32],
  members: 2,
  curves: ['emomusic', 'deam', 'heard'],
  mirror: true,
  windowsPerEpoch: 100_000,
  batchWindows: 256,
  dropout: 0.05,
  learningRate: 6e-3,
  weightDecay: 1e-3,
  maxEpochs: 20,
  patience: 20,
  smoothing: 3,
};

export function sequenceRecipe(name: SequenceRecipe['name']): SequenceRecipe {
  return name === 'paper' ? PAPER_SEQUENCE_RECIPE : SEGUE_SEQUENCE_RECIPE;
}
