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

/** A network that reads one long sequence a piece at a time, made ready by one engine. */
export interface PreparedSongNetwork {
  readonly network: RecurrentNetwork;
  /** Begins a sequence; any number of them may be under way at a time. */
  start(): SongReading;
  /** Frees what the engine holds for the network. */
  dispose(): void;
}

/** One sequence under way. */
export interface SongReading {
  /**
   * Takes the next steps, `[steps, inputs]`, which are read before this returns.
   * @returns `[steps, outputs]` of these steps, or of none or more, as the engine likes; `finish` gives the rest.
   * @throws RangeError where the input's length does not fit.
   */
  push(input: Float32Array, steps: number): Float32Array;
  /** Outputs that no `push` has given. The reading is used up. */
  finish(): Float32Array;
}

/** What computes the networks. Every engine gives the same numbers within 1e-5. */
export interface EmotionEngine {
  readonly name: 'wasm' | 'tfjs' | 'tfjs-node';
  /** For the clip network, whose sequences are the frames of a clip. */
  clip(network: RecurrentNetwork): PreparedNetwork;
  /** For the song network, whose one sequence is the clips of a song. */
  song(network: RecurrentNetwork): PreparedSongNetwork;
  /** For the sequence model, whose sequences are stretches of a curve. */
  sequence(network: RecurrentNetwork): PreparedNetwork;
}
