/**
 * The openings of every track that may be queued, in one block so that a pick is a linear sweep.
 *
 * Row `i` of `values` is `stepsPerRow` arousal/valence pairs, interleaved; only the first `stepCounts[i]`
 * hold music, the rest of a short track's row is ignored.
 */
export interface Openings {
  readonly trackIds: Int32Array;
  readonly stepsPerRow: number;
  readonly values: Float32Array;
  readonly stepCounts: Uint8Array;
  /**
   * Standard deviation of the model's error in a row's opening, arousal and valence interleaved; null where the curves
   * came without it.
   */
  readonly uncertainty?: Float32Array | null;
}
