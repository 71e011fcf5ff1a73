import type { RecurrentNetwork } from '../network.ts';

/** A network made ready to run by one engine. */
export interface PreparedNetwork {
  readonly network: RecurrentNetwork;
  /**
   * Runs `batch` independent sequences from a zero state.
   * @param input `[batch, steps, inputs]`.
   * @returns `[batch, steps, outputs]` where the top LSTM returns sequences, else `[batch, outputs]`.
   * @throws RangeError where the input's length does not fit.
   */
  run(input: Float32Array, batch: number, steps: number): Float32Array;
  /** Frees what the engine holds for the network. */
  dispose(): void;
}

/** What computes the networks. Every engine gives the same numbers within 1e-5. */
export interface EmotionEngine {
  readonly name: 'wasm' | 'tfjs' | 'tfjs-node';
  /** For the clip network, whose sequences are the frames of a clip. */
  clip(network: RecurrentNetwork): PreparedNetwork;
  /** For the song networks, whose sequences are windows of a song's clips, or descriptions of a stretch, by themselves. */
  song(network: RecurrentNetwork): PreparedNetwork;
  /** For the sequence model, whose sequences are stretches of a curve. */
  sequence(network: RecurrentNetwork): PreparedNetwork;
}
