/**
 * `normalisation.json` of a clip model: how a clip of mel power becomes the network's input, and how the network's
 * output becomes one pair.
 */
export type ClipNormalisation = ClipInputNormalisation & {
  /**
   * Which of the network's outputs counts where it gives one for every step: the last, or their mean.
   * A network that gives a single output ignores it. Default `last`.
   */
  readonly pooling?: 'last' | 'mean';
  /**
   * What the output is: a pair, which is the answer for the clip (`none`, the default), or a description of the clip
   * that the song networks in the folder `song` beside it read on (`song`).
   */
  readonly context?: 'none' | 'song';
};

/**
 * `song/normalisation.json` of a clip model: what its song networks read, and how their answers become the curve.
 *
 * A step is the clip network's pooled output, followed by the clip's statistics, all shifted and scaled by statistics
 * of the training set. The network in `song/forward` reads the clips from first to last, the one in `song/backward` from
 * last to first; each gives four numbers a clip, which are added: arousal, valence and the logarithms of the variances
 * of both. The network in `song/landmarks` reads what the music around a clip is like and gives arousal and valence.
 */
export interface SongNormalisation {
  readonly mean: readonly number[];
  readonly standardDeviation: readonly number[];
  /** What arousal rises by with each dB that a clip's mean audible level lies above the reference. */
  readonly arousalPerDb: number;
  readonly referenceLevelDb: number;
  /** Half seconds to either side that a value of the curve is averaged with. */
  readonly smoothingReach: number;
  /** What the networks' standard deviations are multiplied by, so that held-out errors keep to them. */
  readonly uncertaintyScale: { readonly arousal: number; readonly valence: number };
  readonly surroundings: SurroundingsNormalisation;
}

/**
 * What the landmark network reads: mean and standard deviation of each of the standardised statistics over the clips
 * around, shifted and scaled by statistics of the training set's excerpts, then `-|x|^2 / 2` of these numbers `x`.
 */
export interface SurroundingsNormalisation {
  /** Clips that a stretch of music holds. */
  readonly clips: number;
  /** Share of its answer in the curve, from 0 to 1; the rest is what the other two networks say. */
  readonly share: number;
  readonly mean: readonly number[];
  readonly standardDeviation: readonly number[];
}

export type ClipInputNormalisation =
  /** The paper's: each clip is shifted and scaled to mean 0 and standard deviation 1 by itself; level is lost. */
  | { readonly kind: 'per-clip' }
  /**
   * Audible levels relative to the clip's mean, each band shifted and scaled by statistics of the training set (51
   * numbers each); how loud the clip is comes in later, by itself.
   */
  | {
      readonly kind: 'audible';
      readonly mean: readonly number[];
      readonly standardDeviation: readonly number[];
    };

/** `normalisation.json` of a sequence model: what surrounds its network. One step is one half second of a curve. */
export type SequenceNormalisation = RecursiveNormalisation | MixtureNormalisation;

/**
 * The paper's (arXiv 2403.17379): the network reads pairs as they are and answers with the next one, `[a, v]`; a longer
 * forecast applies it to its own answers.
 */
export interface RecursiveNormalisation {
  readonly kind: 'recursive';
  /** Pairs that the network reads; a shorter history is padded at its start with its first pair. */
  readonly history: number;
  /** Pairs that a forecast holds. */
  readonly forecastSteps: number;
}

/**
 * Autoregressions, mixed and corrected by the network. It answers at every step of a history, for the
 * `S = forecastSteps` pairs that follow, as changes from the newest pair:
 *
 * - 2 S corrections, `[a1, v1, a2, v2, ...]`,
 * - 2 S natural logarithms of half-widths: of the band around the forecast that holds 70% of outcomes,
 * - a logit for each regression; their softmax says how much each counts.
 *
 * The forecast is the newest pair + the weighted regressions + the corrections.
 */
export interface MixtureNormalisation {
  readonly kind: 'mixture';
  /** Most pairs that the network reads; of a longer history, the newest. */
  readonly history: number;
  readonly forecastSteps: number;
  /** How many earlier pairs a step tells the network, as offsets from the step's own pair. */
  readonly inputOffsets: number;
  /** Divides offsets, so that they reach the network at a scale of about 1. */
  readonly inputScale: number;
  readonly regressions: readonly Autoregression[];
  /** What the network's half-widths are multiplied with, `forecastSteps` numbers an axis: set by held-out errors. */
  readonly bandFactors: { readonly arousal: readonly number[]; readonly valence: readonly number[] };
}

/** A linear forecast from the last pairs. */
export interface Autoregression {
  /** The kind of curves that it was fitted on. */
  readonly curves: string;
  /**
   * `[2 L, 2 S]`, row-major. Inputs: offsets of the L - 1 earlier pairs from the newest, oldest first, then the newest
   * pair itself, which lets extremes drift back to the middle. Outputs: changes from the newest pair, `[a1, v1, ...]`.
   */
  readonly weights: readonly number[];
  /** Added to the outputs, `[2 S]`. */
  readonly bias: readonly number[];
}
