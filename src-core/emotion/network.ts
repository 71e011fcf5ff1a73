/** What a dense layer does to its sums. */
export type Activation = 'linear' | 'tanh' | 'sigmoid' | 'relu';

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

/** A dense layer; after an LSTM with `returnSequences` it acts on each step by itself. */
export interface DenseLayer {
  readonly kind: 'dense';
  readonly inputs: number;
  readonly outputs: number;
  readonly activation: Activation;
  /** `[inputs, outputs]`, row-major. */
  readonly kernel: Float32Array;
  /** `[outputs]`. */
  readonly bias: Float32Array;
}

export type NetworkLayer = LstmLayer | DenseLayer;

/** A plain recurrent network: LSTM layers, then dense layers; what one `model.json` holds. */
export interface RecurrentNetwork {
  /** Steps of one input sequence, or null where any number will do. */
  readonly steps: number | null;
  /** Numbers a step. */
  readonly inputs: number;
  readonly layers: readonly NetworkLayer[];
}
