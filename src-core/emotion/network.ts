/** What a dense layer does to its sums. */
export type Activation = 'linear' | 'tanh' | 'sigmoid' | 'relu' | 'elu';

/**
 * Weights of one LSTM layer as TensorFlow.js and Keras keep them: gates in the order input, forget, cell,
 * output; logistic gates; one bias.
 */
export interface LstmWeights {
  readonly inputs: number;
  readonly units: number;
  /** `[inputs, 4 * units]`, row-major. */
  readonly kernel: Float32Array;
  /** `[units, 4 * units]`. */
  readonly recurrent: Float32Array;
  /** `[4 * units]`. */
  readonly bias: Float32Array;
}

/** `returnSequences`: hand every step's hidden state to the next layer, not the last one only. */
export interface LstmLayer extends LstmWeights {
  readonly kind: 'lstm';
  readonly returnSequences: boolean;
}

/** A dense layer; on a sequence, as after an LSTM with `returnSequences`, it acts on each step by itself. */
export interface DenseLayer {
  readonly kind: 'dense';
  readonly inputs: number;
  readonly outputs: number;
  readonly activation: Activation;
  /** `[inputs, outputs]`, row-major. */
  readonly kernel: Float32Array;
  /** `[outputs]`. */
  readonly bias: Float32Array;
  /** Where the kernel is written in bytes: each value is `least + step * byte`, as a float. */
  readonly kernelBytes?: ByteScale;
}

export interface ByteScale {
  readonly least: number;
  readonly step: number;
}

export type NetworkLayer = LstmLayer | DenseLayer;

/** A plain network of sequences: LSTM layers (or none), then dense layers; what one `model.json` holds. */
export interface RecurrentNetwork {
  /** Steps of one input sequence, or null where any number will do. */
  readonly steps: number | null;
  /** Numbers a step. */
  readonly inputs: number;
  readonly layers: readonly NetworkLayer[];
}

/** Numbers that the network gives for each step, or for each sequence where it gives one answer only. */
export function outputsOf({ layers }: RecurrentNetwork): number {
  const top = layers[layers.length - 1];
  return top.kind === 'dense' ? top.outputs : top.units;
}

/** Whether the network answers at every step of a sequence, not for the whole of it. */
export function answersEveryStep({ layers }: RecurrentNetwork): boolean {
  const top = layers.findLast((layer) => layer.kind === 'lstm');
  return top === undefined || top.returnSequences;
}
