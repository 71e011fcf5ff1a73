import { answersEveryStep, outputsOf } from '../network.ts';
import type { DenseLayer, LstmLayer, RecurrentNetwork } from '../network.ts';
import type { DenseLayerShape, DensePointers } from './dense-layer.ts';
import { denseForward, denseLayerShape, writeDenseLayer } from './dense-layer.ts';
import { Kernel } from './instance.ts';
import type { LstmLayerShape, LstmPointers } from './lstm-layer.ts';
import { lstmLayerShape, stepForward, writeLstmLayer } from './lstm-layer.ts';
import { copyRows, padTo, panelFloats } from './panels.ts';

interface RunningLstm {
  readonly shape: LstmLayerShape;
  readonly weights: LstmPointers;
  /** `[BLOCK_ROWS, stateStride]`, overwritten step by step. */
  readonly hidden: number;
  readonly cell: number;
}

interface RunningDense {
  readonly shape: DenseLayerShape;
  readonly weights: DensePointers;
  readonly activation: DenseLayer['activation'];
  readonly output: number;
}

/** Where rows of numbers lie in memory; the stride in bytes. */
interface Rows {
  readonly input: number;
  readonly inputStride: number;
}

/** Sequences that run through the layers together: as many as keep their states in the processor's nearest cache. */
const BLOCK_ROWS = 64;
/** Steps of input held at once, so that memory stays the same however long the sequences are. */
const BLOCK_STEPS = 64;

/** Inference with one network, in a memory of its own laid out once. */
export class NetworkRunner {
  readonly network: RecurrentNetwork;
  readonly #memory = new Kernel();
  readonly #lstms: readonly RunningLstm[];
  readonly #denses: readonly RunningDense[];
  readonly #gates: number;
  readonly #input: number;
  readonly #blockSteps: number;
  readonly #returnsSequences: boolean;
  /** Numbers that the network gives for each step, or for each sequence where it gives one answer only. */
  readonly #outputs: number;

  constructor(network: RecurrentNetwork) {
    const memory = this.#memory;
    const lstms = network.layers.filter((layer) => layer.kind === 'lstm');
    const denses = network.layers.filter((layer) => layer.kind === 'dense');
    this.network = network;
    this.#returnsSequences = answersEveryStep(network);
    this.#outputs = outputsOf(network);
    this.#blockSteps = Math.min(network.steps ?? BLOCK_STEPS, BLOCK_STEPS);
    this.#input = memory.allocate(BLOCK_ROWS * this.#blockSteps * padTo(4, network.inputs));
    this.#gates = memory.allocate(BLOCK_ROWS * Math.max(0, ...lstms.map(({ units }) => 4 * padTo(4, units))));
    this.#lstms = lstms.map((layer) => placeLstm(memory, layer));
    this.#denses = denses.map((layer) => placeDense(memory, layer));
    for (const [i, { shape, weights }] of this.#lstms.entries()) {
      writeLstmLayer(memory, shape, weights, lstms[i]);
    }
    for (const [i, { shape, weights }] of this.#denses.entries()) {
      writeDenseLayer(memory, shape, weights, denses[i]);
    }
  }

  /**
   * Runs sequences from a zero state.
   * @param input `[batch, steps, inputs]`.
   * @returns `[batch, steps, outputs]` where the top LSTM returns sequences, else `[batch, outputs]`.
   * @throws RangeError where the input's length does not fit.
   */
  run(input: Float32Array, batch: number, steps: number): Float32Array {
    const { inputs, steps: fixedSteps } = this.network;
    if (!(batch >= 0 && steps >= 1) || input.length !== batch * steps * inputs) {
      throw new RangeError(`${input.length} numbers are not ${batch} sequences of ${steps} x ${inputs}`);
    }
    if (fixedSteps !== null && steps !== fixedSteps) {
      throw new RangeError(`sequences of ${steps} steps for a network of ${fixedSteps}`);
    }
    const out = new Float32Array(batch * this.#outputs * (this.#returnsSequences ? steps : 1));
    for (let first = 0; first < batch; first += BLOCK_ROWS) {
      const count = Math.min(BLOCK_ROWS, batch - first);
      this.#clearStates();
      for (let step = 0; step < steps; step += this.#blockSteps) {
        this.#runBlock(input, out, { first, count, step, steps });
      }
    }
    return out;
  }

  #runBlock(
    input: Float32Array,
    out: Float32Array,
    at: { readonly first: number; readonly count: number; readonly step: number; readonly steps: number },
  ): void {
    const { first, count, steps } = at;
    const { inputs } = this.network;
    const stride = padTo(4, inputs);
    const blockSteps = Math.min(this.#blockSteps, steps - at.step);
    const data = this.#memory.floats(this.#input, BLOCK_ROWS * this.#blockSteps * stride);
    for (let row = 0; row < count; row++) {
      const from = { data: input, offset: ((first + row) * steps + at.step) * inputs, stride: inputs };
      copyRows(from, { data, offset: row * this.#blockSteps * stride, stride }, blockSteps, inputs);
    }
    for (let i = 0; i < blockSteps; i++) {
      const step = at.step + i;
      const read = { input: this.#input + i * stride * 4, inputStride: this.#blockSteps * stride * 4 };
      const states = this.#stepLstms(read, padTo(4, count));
      if (this.#returnsSequences || step === steps - 1) {
        const perRow = this.#returnsSequences ? steps : 1;
        const offset = (first * perRow + (this.#returnsSequences ? step : 0)) * this.#outputs;
        this.#writeOutput(states, { data: out, offset, stride: perRow * this.#outputs }, count);
      }
    }
  }

  /** @returns where the top layer's states lie, or the input where there is no LSTM */
  #stepLstms({ input, inputStride }: Rows, rows: number): Rows {
    for (const { shape, weights, hidden, cell } of this.#lstms) {
      stepForward(this.#memory, shape, weights, rows, {
        input,
        inputStride,
        previousHidden: hidden,
        previousCell: cell,
        gates: this.#gates,
        hidden,
        cell,
      });
      input = hidden;
      inputStride = shape.stateStride * 4;
    }
    return { input, inputStride };
  }

  #writeOutput(
    { input, inputStride }: Rows,
    out: { readonly data: Float32Array; readonly offset: number; readonly stride: number },
    count: number,
  ): void {
    const rows = padTo(4, count);
    for (const { shape, weights, activation, output } of this.#denses) {
      denseForward(this.#memory, shape, weights, activation, rows, { input, inputStride, output });
      input = output;
      inputStride = shape.outputStride * 4;
    }
    const stride = inputStride / 4;
    const data = this.#memory.floats(input, rows * stride);
    copyRows({ data, offset: 0, stride }, out, count, this.#outputs);
  }

  #clearStates(): void {
    for (const { shape, hidden, cell } of this.#lstms) {
      for (const states of [hidden, cell])
        this.#memory.floats(states, BLOCK_ROWS * shape.stateStride).fill(0);
    }
  }
}

function placeLstm(memory: Kernel, layer: LstmLayer): RunningLstm {
  const shape = lstmLayerShape(layer.inputs, layer.units);
  return {
    shape,
    weights: {
      kernel: memory.allocate(panelFloats(shape.kernel)),
      recurrent: memory.allocate(panelFloats(shape.recurrent)),
      bias: memory.allocate(shape.biasFloats),
    },
    hidden: memory.allocate(BLOCK_ROWS * shape.stateStride),
    cell: memory.allocate(BLOCK_ROWS * shape.stateStride),
  };
}

function placeDense(memory: Kernel, layer: DenseLayer): RunningDense {
  const shape = denseLayerShape(layer.inputs, layer.outputs);
  return {
    shape,
    weights: { kernel: memory.allocate(shape.weightFloats), bias: memory.allocate(shape.biasFloats) },
    activation: layer.activation,
    output: memory.allocate(BLOCK_ROWS * shape.outputStride),
  };
}
