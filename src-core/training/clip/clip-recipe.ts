import type { EdgeMode } from '../../audio/analyse-signal.ts';
import type { Augmentation } from './augment.ts';

/** Everything that shapes the training of a clip LSTM. Plain data: it is part of a checkpoint's key and of the card. */
export interface ClipRecipe {
  readonly name: 'paper' | 'segue';
  readonly edges: EdgeMode;
  readonly normalisation: 'per-clip' | 'audible';
  /** Units of the LSTM layers, bottom to top. */
  readonly units: readonly number[];
  /** Networks that are trained with different seeds and averaged into one. */
  readonly members: number;
  /** Which steps of the top layer the answer is read from. */
  readonly pooling: 'last' | 'mean';
  /** Data sets by name: those with ratings are learned by their ratings, others by the teacher only. */
  readonly datasets: readonly string[];
  readonly batchExcerpts: number;
  /** Clips drawn from each excerpt of a batch. */
  readonly clipsPerExcerpt: number;
  /** Times that every excerpt is drawn in an epoch. */
  readonly drawsPerEpoch: number;
  /**
   * Weight of the disagreement among an excerpt's clips beside the error of their mean: 1 asks every clip by itself
   * for the rating, more asks for steadier curves.
   */
  readonly agreementWeight: number;
  /** Weight of the teacher's soft targets beside the ratings; 0 leaves the teacher out. */
  readonly teacherWeight: number;
  readonly augmentation: Augmentation | null;
  /** Share of the pooled units dropped in training (Srivastava et al. 2014). */
  readonly dropout: number;
  readonly learningRate: number;
  /** Decoupled weight decay (AdamW). */
  readonly weightDecay: number;
  readonly maxEpochs: number;
  /** Epochs without a better validation loss before a fit stops; null trains for `maxEpochs` without looking. */
  readonly patience: number | null;
  /** Epochs whose validation losses are averaged before they are compared. */
  readonly smoothing: number;
}

/** arXiv 2403.17379: two 2-layer LSTMs of 20 units, one upon the other, read at the last step; mean squared error. */
export const PAPER_CLIP_RECIPE: ClipRecipe = {
  name: 'paper',
  edges: 'zero',
  normalisation: 'per-clip',
  units: [20, 20, 20, 20],
  members: 1,
  pooling: 'last',
  datasets: ['musifeast', 'gtzan-av'],
  batchExcerpts: 32,
  clipsPerExcerpt: 8,
  drawsPerEpoch: 2,
  agreementWeight: 1,
  teacherWeight: 0,
  augmentation: null,
  dropout: 0,
  learningRate: 3e-3,
  weightDecay: 0,
  maxEpochs: 12,
  patience: 4,
  smoothing: 3,
};

/** The recipe of the shipped model. */
export const SEGUE_CLIP_RECIPE: ClipRecipe = {
  name: 'segue',
  edges: 'neighbours',
  normalisation: 'audible',
  units: [24],
  members: 1,
  pooling: 'mean',
  datasets: ['musifeast', 'gtzan-av', '4q', 'emotify'],
  batchExcerpts: 32,
  clipsPerExcerpt: 6,
  drawsPerEpoch: 1,
  agreementWeight: 1,
  teacherWeight: 0.5,
  augmentation: {
    maskChance: 0.3,
    maskFrames: 10,
    maskBands: 6,
  },
  dropout: 0.2,
  learningRate: 4e-3,
  weightDecay: 1e-4,
  maxEpochs: 11,
  patience: null,
  smoothing: 1,
};

/** The recipe of a name. */
export function clipRecipe(name: ClipRecipe['name']): ClipRecipe {
  return name === 'paper' ? PAPER_CLIP_RECIPE : SEGUE_CLIP_RECIPE;
}
