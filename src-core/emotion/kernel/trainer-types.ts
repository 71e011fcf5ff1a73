import type { Activation, LstmWeights } from '../network.ts';

export type { Activation };

/** A stack of LSTM layers, each fed by the hidden states of the one below. */
export interface LstmSpec {
  readonly kind: 'lstm';
  readonly inputs: number;
  /** Units of each layer, bottom to top; any positive integers. */
  readonly units: readonly number[];
  /** Largest batch that `forward` will be given; memory is laid out once for it. */
  readonly maxBatch: number;
  /** Longest sequence that `forward` will be given. */
  readonly maxSteps: number;
}

/** A dense layer over any number of independent rows. */
export interface DenseSpec {
  readonly kind: 'dense';
  readonly inputs: number;
  readonly outputs: number;
  readonly activation: Activation;
  readonly maxRows: number;
}

export type ModuleSpec = LstmSpec | DenseSpec;

/**
 * One LSTM stack under training. `forward` remembers what `backward` needs, so they alternate: one `forward`,
 * then at most one `backward` for it. Arrays that methods return are copies the caller may keep.
 */
export interface LstmModule {
  readonly spec: LstmSpec;
  /**
   * Runs `batch` sequences of `steps` rows from a zero state.
   * @param input `[batch, steps, inputs]`, row-major.
   * @returns hidden states of the top layer for every step, `[batch, steps, top units]`.
   * @throws RangeError where batch, steps or a length do not fit the spec.
   */
  forward(input: Float32Array, batch: number, steps: number): Float32Array;
  /**
   * Back-propagation through time for the last `forward`; adds to the parameters' gradients.
   * @param hiddenGradient dLoss/dHidden for every step of the top layer, `[batch, steps, top units]`
   *   (zeros where a step has no say in the loss).
   * @param options.inputGradient also return dLoss/dInput, `[batch, steps, inputs]`; costs one more product.
   */
  backward(hiddenGradient: Float32Array, options: { inputGradient: true }): Float32Array;
  backward(hiddenGradient: Float32Array, options?: { inputGradient?: false }): null;
  /** Copies of the weights, bottom layer first, in TensorFlow.js order (gates i, f, c, o). */
  getWeights(): LstmWeights[];
  setWeights(layers: readonly LstmWeights[]): void;
  /** Copies of the accumulated gradients, in the shape of the weights. */
  getGradients(): LstmWeights[];
}

/** Kernel `[inputs, outputs]` and bias `[outputs]`, row-major. */
export interface DenseParameters {
  readonly kernel: Float32Array;
  readonly bias: Float32Array;
}

/** One dense layer under training; same rhythm as {@link LstmModule}. */
export interface DenseModule {
  readonly spec: DenseSpec;
  /** @param input `[rows, inputs]`. @returns `[rows, outputs]`. */
  forward(input: Float32Array, rows: number): Float32Array;
  /** @param outputGradient dLoss/dOutput `[rows, outputs]`. @returns dLoss/dInput `[rows, inputs]`. */
  backward(outputGradient: Float32Array): Float32Array;
  getWeights(): DenseParameters;
  setWeights(weights: DenseParameters): void;
  getGradients(): DenseParameters;
}

export interface AdamOptions {
  readonly learningRate: number;
  /** Default 0.9. */
  readonly beta1?: number;
  /** Default 0.999. */
  readonly beta2?: number;
  /** Added to the root of the second moment; default 1e-8. */
  readonly epsilon?: number;
  /** Decoupled weight decay (AdamW), kernels only, never biases; default 0. */
  readonly weightDecay?: number;
  /** The gradient of all parameters together is scaled down to this L2 norm; default: no limit. */
  readonly clipNorm?: number;
}

/** Everything a resumed run needs to go on bit by bit as if it had not stopped. */
export interface TrainerState {
  /** Adam steps taken. */
  readonly step: number;
  /** Parameters, first and second moments, in the trainer's own order; opaque, plain float32 data. */
  readonly parameters: Float32Array;
  readonly firstMoment: Float32Array;
  readonly secondMoment: Float32Array;
}

export type ModuleOf<S extends ModuleSpec> = S extends LstmSpec ? LstmModule : DenseModule;

/** Several modules that share one parameter vector, and the optimiser over it. */
export interface Trainer<S extends Readonly<Record<string, ModuleSpec>>> {
  readonly modules: { readonly [K in keyof S]: ModuleOf<S[K]> };
  /** Trainable numbers (padding of the memory layout not counted). */
  readonly parameterCount: number;
  /**
   * One Adam step (Kingma & Ba 2015, bias-corrected) on the accumulated gradients, which it then sets to zero.
   * A step whose gradient is not finite changes nothing but the gradients, which are cleared.
   * @returns the gradient's norm before clipping (not finite where the step was skipped).
   */
  adamStep(options: AdamOptions): { readonly gradientNorm: number };
  /** Forgets accumulated gradients without a step. */
  zeroGradients(): void;
  saveState(): TrainerState;
  /** @throws RangeError where the state is not of this trainer's size. */
  loadState(state: TrainerState): void;
}
