/** Everything that shapes the training of the song networks. Plain data: part of a checkpoint's key and of the card. */
export interface SongRecipe {
  /** Units of the LSTM of either direction. */
  readonly units: number;
  /** Networks that are trained with different seeds and averaged into one. */
  readonly members: number;
  readonly epochs: number;
  readonly batchExcerpts: number;
  /** Clips that the excerpts of a batch are heard for; one length is drawn for each batch. */
  readonly lengths: readonly number[];
  /**
   * What arousal rises by with each dB of the clips' mean level, in standard deviations. Fixed rather than learned: the
   * networks hear nothing of the level, so that louder is never calmer.
   */
  readonly arousalPerDb: number;
  /** Standard deviation of the noise on standardised inputs. */
  readonly inputNoise: number;
  /**
   * The same of what stays from an excerpt's first clip to its last, as a codec's marks do: of each number by itself, in
   * the clip network's states and in each part of the statistics.
   */
  readonly lastingNoise: readonly number[];
  /** And of each of these parts as a whole. */
  readonly lastingShift: readonly number[];
  /** Share of the units dropped in training; an excerpt loses the same ones throughout. */
  readonly dropout: number;
  readonly learningRate: number;
  /** Decoupled weight decay (AdamW). */
  readonly weightDecay: number;
  /** Weight of each clip's own error; the rest is the error of the excerpt's mean. */
  readonly clipErrorShare: number;
  /** Weight of the squared change from clip to clip: more asks for steadier curves. */
  readonly changeWeight: number;
  /** Weight, beside the ratings, of 4Q's quadrants. */
  readonly quadrantWeight: number;
  /** Weight of agreeing with kernel regression, see `kernelTargets`. */
  readonly kernelWeight: number;
  /** Weights of the teacher's values and its inner description. */
  readonly teacherWeight: number;
  readonly hintWeight: number;
  /** Weight of how likely the excerpt's error is under the variance that the network expects. */
  readonly varianceWeight: number;
  /** See SongNormalisation. */
  readonly smoothingReach: number;
}

/** The recipe of the shipped model. */
export const SEGUE_SONG_RECIPE: SongRecipe = {
  units: 40,
  members: 3,
  epochs: 20,
  batchExcerpts: 32,
  lengths: [12, 24, 40, 40],
  arousalPerDb: 0.04,
  inputNoise: 0.3,
  // Up to twice what mp3, vorbis, aac and opus at 40 to 64 kb/s were seen to do to excerpts of the training data.
  lastingNoise: [0.4, 0.08, 0.1, 0.2, 0.15, 0.1],
  lastingShift: [0, 0, 0.05, 0.3, 0.1, 0.05],
  dropout: 0.3,
  learningRate: 3e-3,
  weightDecay: 1e-3,
  clipErrorShare: 0.7,
  changeWeight: 0.5,
  quadrantWeight: 0.5,
  kernelWeight: 0.3,
  teacherWeight: 0.5,
  hintWeight: 1 / 16,
  varianceWeight: 0.2,
  smoothingReach: 3,
};
