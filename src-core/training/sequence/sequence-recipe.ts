/** Sets of curves: rated by people in two data sets, or heard by the clip model. */
const CURVE_SETS = ['emomusic', 'deam', 'heard'] as const;

export type CurveSet = (typeof CURVE_SETS)[number];

/** Everything that shapes the training of a sequence LSTM. Plain data: part of a checkpoint's key and of the card. */
export type SequenceRecipe = PaperSequenceRecipe | MixtureRecipe;

interface CommonRecipe {
  /** Pairs that the network reads. */
  readonly history: number;
  readonly units: readonly number[];
  /** Sets of curves to learn from. */
  readonly curves: readonly CurveSet[];
  readonly learningRate: number;
  readonly weightDecay: number;
  readonly maxEpochs: number;
}

/** arXiv 2403.17379: ten pairs in, the next pair out as such, stacked LSTMs of 20 units, on Emotion in Music. */
export interface PaperSequenceRecipe extends CommonRecipe {
  readonly name: 'paper';
  readonly windowsPerEpoch: number;
  readonly batchWindows: number;
  /** Epochs without a better validation loss before training stops. */
  readonly patience: number;
  /** Epochs whose validation losses are averaged before they are compared. */
  readonly smoothing: number;
}

/** A mixture of autoregressions, one for each set of curves, weighted and corrected by an LSTM. */
export interface MixtureRecipe extends CommonRecipe {
  readonly name: 'segue';
  /** Earlier pairs that a step tells the LSTM. */
  readonly inputOffsets: number;
  /** Pairs that the autoregressions read. */
  readonly lags: number;
  /** Fewest pairs of a piece of a curve; where in the curve it starts is drawn anew each epoch. */
  readonly fewestSteps: number;
  /** Probability that an axis of a piece is mirrored at zero: no direction of change should be preferred much. */
  readonly mirror: number;
  /** Probability that a stretch of a piece is missing. */
  readonly gap: number;
  readonly batchPieces: number;
  readonly dropout: number;
  /** Weight of the bands' loss beside the forecasts'. */
  readonly bandWeight: number;
  /** A set's say in the loss grows with its size to this power; 0 gives all sets the same. */
  readonly sizePower: number;
}

export const PAPER_SEQUENCE_RECIPE: PaperSequenceRecipe = {
  name: 'paper',
  history: 10,
  units: [20, 20, 20, 20],
  curves: ['emomusic'],
  windowsPerEpoch: 20_000,
  batchWindows: 128,
  learningRate: 3e-3,
  weightDecay: 0,
  maxEpochs: 20,
  patience: 5,
  smoothing: 3,
};

/** The recipe of the shipped model. */
export const SEGUE_SEQUENCE_RECIPE: MixtureRecipe = {
  name: 'segue',
  history: 60,
  inputOffsets: 4,
  lags: 10,
  units: [48],
  curves: CURVE_SETS,
  fewestSteps: 40,
  mirror: 0.25,
  gap: 0.1,
  batchPieces: 32,
  dropout: 0.2,
  bandWeight: 1,
  sizePower: 0.5,
  learningRate: 6e-3,
  weightDecay: 1e-3,
  maxEpochs: 16,
};
