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
  /** Gains that excerpts are heard at, dB, 0 among them; one is drawn for each. */
  readonly gainsDb: readonly number[];
  /**
   * What arousal rises by with each dB of the clips' mean level, in standard deviations. Fixed rather than learned: the
   * networks hear nothing of the level, so that louder is never calmer.
   */
  readonly arousalPerDb: number;
  /** Standard deviation of the noise on standardised inputs. */
  readonly inputNoise: number;
  /** The same of what stays from an excerpt's first clip to its last, as a codec's marks do: of each number by itself. */
  readonly lastingNoise: number;
  /** And of each part of the statistics as a whole; mean levels, which are relative, are not shifted. */
  readonly lastingShift: number;
  /** Share of the units dropped in training; an excerpt loses the same ones throughout. */
  readonly dropout: number;
  readonly learningRate: number;
  /** Decoupled weight decay (AdamW). */
  readonly weightDecay: number;
  /** Weight of each clip's own error; the rest is the error of the excerpt's mean. */
  readonly clipErrorShare: number;
  /** Weight of the squared change from clip to clip: more asks for steadier curves. */
  readonly changeWeight: number;
  /** Weights, beside the ratings, of 4Q's quadrants, the teacher's values and its inner description. */
  readonly quadrantWeight: number;
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
  gainsDb: [-6, 0, 6],
  arousalPerDb: 0.04,
  inputNoise: 0.3,
  lastingNoise: 0.15,
  lastingShift: 0.2,
  dropout: 0.3,
  learningRate: 3e-3,
  weightDecay: 1e-3,
  clipErrorShare: 0.7,
  changeWeight: 0.5,
  quadrantWeight: 0.5,
  teacherWeight: 0.5,
  hintWeight: 1 / 16,
  varianceWeight: 0.2,
  smoothingReach: 3,
};
