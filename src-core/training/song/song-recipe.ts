import type { LevelStatisticsShape } from '../../emotion/level-statistics.ts';

/** Everything that shapes the training of a song network. Plain data: part of a checkpoint's key and of the card. */
export interface SongRecipe extends LevelStatisticsShape {
  readonly units: readonly number[];
  /** Networks that are trained with different seeds and averaged into one. */
  readonly members: number;
  readonly epochs: number;
  readonly batchExcerpts: number;
  /** Clips that the excerpts of a batch are heard for; one length is drawn for each batch. */
  readonly lengths: readonly number[];
  /** Gains that excerpts are heard at, dB, 0 among them; one is drawn for each. */
  readonly gainsDb: readonly number[];
  /** Standard deviation of the noise on standardised inputs. */
  readonly inputNoise: number;
  /** Share of the units dropped in training; an excerpt loses the same ones throughout. */
  readonly dropout: number;
  readonly learningRate: number;
  /** Decoupled weight decay (AdamW). */
  readonly weightDecay: number;
  /** Weight of each clip's own error; the rest is the error of the excerpt's mean. */
  readonly clipErrorShare: number;
  /** Clips until an answer counts in full, and until its changes cost: the first ones know little yet. */
  readonly settlingClips: number;
  /** Weight of the squared change from clip to clip: more asks for steadier curves. */
  readonly changeWeight: number;
  /** Weights, beside the ratings, of 4Q's quadrants, the teacher's values and its inner description. */
  readonly quadrantWeight: number;
  readonly teacherWeight: number;
  readonly hintWeight: number;
  /** See SongNormalisation. */
  readonly newestShare: number;
}

/** The recipe of the shipped model. */
export const SEGUE_SONG_RECIPE: SongRecipe = {
  // The 102 bands that the clip network hears, too.
  bandPairs: 51,
  floorDb: -32,
  units: [48],
  members: 3,
  epochs: 20,
  batchExcerpts: 32,
  lengths: [12, 12, 24, 40],
  gainsDb: [-4, 0, 4],
  inputNoise: 0.2,
  dropout: 0.4,
  learningRate: 3e-3,
  weightDecay: 1e-3,
  clipErrorShare: 0.3,
  settlingClips: 3,
  changeWeight: 0.5,
  quadrantWeight: 0.5,
  teacherWeight: 0.5,
  hintWeight: 1 / 8,
  newestShare: 0.4,
};
