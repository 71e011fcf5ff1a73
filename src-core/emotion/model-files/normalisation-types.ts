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
 * `song/normalisation.json` of a clip model: what its two song networks read of each clip, and how their answers become
 * the curve.
 *
 * A step is the clip network's pooled output, followed by the clip's statistics, all shifted and scaled by statistics
 * of the training set. The network in `song/forward` reads the clips from first to last, the one in `song/backward` from
 * last to first; each gives four numbers a clip, which are added: arousal, valence and the logarithms of the variances
 * of both.
 */
export interface SongNormalisation {
  readonly mean: readonly number[];
  readonly standardDeviation: readonly number[];
  /** Half seconds to either side that a value of the curve is averaged with. */
  readonly smoothingReach: number;
  /** What the networks' standard deviations are multiplied by, so that held-out errors keep to them. */
  readonly uncertaintyScale: { readonly arousal: number; readonly valence: number };
}

export type ClipInputNormalisation =
  /** The paper's: each clip is shifted and scaled to mean 0 and standard deviation 1 by itself; level is lost. */
  | { readonly kind: 'per-clip' }
  /** Audible levels, each band shifted and scaled by statistics of the training set (51 numbers each); level survives. */
  | {
      readonly kind: 'audible';
      readonly mean: readonly number[];
      readonly standardDeviation: readonly number[];
    };

/**
 * `normalisation.json` of a sequence model. One input step is one half second of a curve; the network's single
 * output is `horizon` pairs, `[a1, v1, a2, v2, ...]`.
 */
export interface SequenceNormalisation {
  /** Half-second pairs that the network reads (L); a shorter history is padded at its start with its first pair. */
  readonly history: number;
  /** Half-second pairs that the network gives at once (H). */
  readonly horizon: number;
  /** Pairs a forecast holds; where it is more than `horizon`, the network is applied to its own output. */
  readonly forecastSteps: number;
  /**
   * What a step tells the network: `level` = [a, v]; `offset` = [(a - last a) / inputScale, ...], how far it lies
   * from the newest pair; `level-and-offset` = all four.
   */
  readonly input: 'level' | 'offset' | 'level-and-offset';
  /** Divides offsets, so that they reach the network at a scale of about 1. */
  readonly inputScale: number;
  /** `change`: outputs are differences from the newest pair; `level`: outputs are the values themselves. */
  readonly predicts: 'change' | 'level';
  /** Multiplies the network's outputs. */
  readonly outputScale: number;
  /** Root mean square error of each forecast step on held-out songs, `forecastSteps` numbers an axis. */
  readonly spread?: { readonly arousal: readonly number[]; readonly valence: readonly number[] };
}
