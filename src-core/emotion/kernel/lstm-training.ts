import type { LstmWeights } from '../network.ts';
import type { Kernel } from './instance.ts';
import { layerBackward } from './lstm-backward.ts';
import type { LstmLayerShape } from './lstm-layer.ts';
import { lstmLayerShape, readLstmLayer, stepForward, writeLstmLayer } from './lstm-layer.ts';
import type { LayerTape } from './lstm-tape.ts';
import { layerTape } from './lstm-tape.ts';
import { copyRows, padTo } from './panels.ts';
import type { Parameters } from './parameters.ts';
import type { LstmModule, LstmSpec } from './trainer-types.ts';

export function lstmLayerShapes(spec: LstmSpec): LstmLayerShape[] {
  return spec.units.map((units, i) => lstmLayerShape(i === 0 ? spec.inputs : spec.units[i - 1], units));
}

/** Rows that a layer reads, in bytes: row `r` of step `t` lies at `input + t * inputStep + r * inputStride`. */
interface Sequence {
  readonly input: number;
  readonly inputStride: number;
  readonly inputStep: number;
}

/** The hidden states of a layer, as the layer above reads them. */
function hiddenPlace({ shape, hidden }: LayerTape, rows: number): Sequence {
  const inputStride = shape.stateStride * 4;
  return { input: hidden + rows * inputStride, inputStride, inputStep: rows * inputStride };
}

/** {@link LstmModule} over the kernel. */
export class LstmTraining implements LstmModule {
  readonly spec: LstmSpec;
  readonly #memory: Kernel;
  readonly #layers: readonly LayerTape[];
  readonly #input: number;
  readonly #inputStride: number;
  /** dLoss/dHidden of the layer being worked on, and the one below. */
  readonly #gradientBuffers: readonly [number, number];
  readonly #inputGradient: number;
  readonly #zeros: number;
  #batch = 0;
  #steps = 0;
  #taped = false;

  constructor(spec: LstmSpec, parameters: Parameters) {
    const memory = parameters.kernel;
    const shapes = lstmLayerShapes(spec);
    const rows = padTo(4, spec.maxBatch);
    this.spec = spec;
    this.#memory = memory;
    this.#inputStride = padTo(4, spec.inputs);
    this.#input = memory.allocate(rows * spec.maxSteps * this.#inputStride);
    this.#layers = shapes.map((shape) => layerTape(shape, parameters, rows, spec.maxSteps));
    const widest = padTo(8, Math.max(...spec.units));
    this.#gradientBuffers = [
      memory.allocate(rows * spec.maxSteps * widest),
      memory.allocate(rows * spec.maxSteps * widest),
    ];
    this.#inputGradient = memory.allocate(rows * spec.maxSteps * padTo(8, spec.inputs));
    this.#zeros = memory.allocate(Math.max(widest, padTo(8, spec.inputs)));
  }

  forward(input: Float32Array, batch: number, steps: number): Float32Array {
    this.#checkShape(input, batch, steps);
    const memory = this.#memory;
    const rows = padTo(4, batch);
    const stride = this.#inputStride;
    this.#batch = batch;
    this.#steps = steps;
    this.#taped = true;
    copyRows(
      { data: input, offset: 0, stride: this.spec.inputs },
      { data: memory.floats(this.#input, batch * steps * stride), offset: 0, stride },
      batch * steps,
      this.spec.inputs,
    );
    this.#clearInitialStates();
    let source = this.#inputPlace(steps);
    for (const layer of this.#layers) {
      const { shape, weights, gates, hidden, cell } = layer;
      const stateBytes = rows * shape.stateStride * 4;
      for (let step = 0; step < steps; step++) {
        stepForward(memory, shape, weights, rows, {
          input: source.input + step * source.inputStep,
          inputStride: source.inputStride,
          previousHidden: hidden + step * stateBytes,
          previousCell: cell + step * stateBytes,
          gates: gates + step * rows * shape.gateStride * 4,
          hidden: hidden + (step + 1) * stateBytes,
          cell: cell + (step + 1) * stateBytes,
        });
      }
      source = hiddenPlace(layer, rows);
    }
    return this.#readTopHidden();
  }

  backward(hiddenGradient: Float32Array, options: { inputGradient: true }): Float32Array;
  backward(hiddenGradient: Float32Array, options?: { inputGradient?: false }): null;
  backward(hiddenGradient: Float32Array, options: { inputGradient?: boolean } = {}): Float32Array | null {
    const batch = this.#batch;
    const steps = this.#steps;
    const top = this.#layers.length - 1;
    const units = this.#layers[top].shape.units;
    if (!this.#taped) throw new RangeError('backward needs a forward of its own');
    if (hiddenGradient.length !== batch * steps * units) {
      throw new RangeError(
        `a gradient of ${hiddenGradient.length} numbers, expected ${batch * steps * units}`,
      );
    }
    this.#taped = false;
    const wantsInput = options.inputGradient ?? false;
    const rows = padTo(4, batch);
    let [above, below] = this.#gradientBuffers;
    this.#writeTopGradient(hiddenGradient, above);
    for (let index = top; index >= 0; index--) {
      const lower = this.#layers[index - 1] as LayerTape | undefined;
      layerBackward(this.#memory, this.#layers[index], {
        batch,
        steps,
        ...(lower === undefined ? this.#inputPlace(steps) : hiddenPlace(lower, rows)),
        hiddenGradient: above,
        inputGradient: lower !== undefined ? below : wantsInput ? this.#inputGradient : null,
        zeros: this.#zeros,
      });
      [above, below] = [below, above];
    }
    if (!wantsInput) return null;
    return this.#readTimeMajor(this.#inputGradient, this.spec.inputs, padTo(8, this.spec.inputs));
  }

  getWeights(): LstmWeights[] {
    return this.#layers.map(({ shape, weights }) => readLstmLayer(this.#memory, shape, weights));
  }

  setWeights(layers: readonly LstmWeights[]): void {
    if (layers.length !== this.#layers.length) {
      throw new RangeError(`${layers.length} layers of weights for ${this.#layers.length} layers`);
    }
    for (const [i, { shape, weights }] of this.#layers.entries()) {
      writeLstmLayer(this.#memory, shape, weights, layers[i]);
    }
  }

  getGradients(): LstmWeights[] {
    return this.#layers.map(({ shape, gradients }) => readLstmLayer(this.#memory, shape, gradients));
  }

  #inputPlace(steps: number): Sequence {
    const stride = this.#inputStride * 4;
    return { input: this.#input, inputStride: steps * stride, inputStep: stride };
  }

  #checkShape(input: Float32Array, batch: number, steps: number): void {
    const { maxBatch, maxSteps, inputs } = this.spec;
    const fits = batch >= 1 && batch <= maxBatch && steps >= 1 && steps <= maxSteps;
    if (!fits || !Number.isInteger(batch) || !Number.isInteger(steps)) {
      throw new RangeError(
        `a batch of ${batch} x ${steps} steps, at most ${maxBatch} x ${maxSteps} are planned`,
      );
    }
    if (input.length !== batch * steps * inputs) {
      throw new RangeError(`an input of ${input.length} numbers, expected ${batch * steps * inputs}`);
    }
  }

  #clearInitialStates(): void {
    for (const { shape, hidden, cell } of this.#layers) {
      const floats = padTo(4, this.#batch) * shape.stateStride;
      for (const states of [hidden, cell]) this.#memory.floats(states, floats).fill(0);
    }
  }

  #readTopHidden(): Float32Array {
    const { shape, hidden } = this.#layers[this.#layers.length - 1];
    const firstStep = hidden + padTo(4, this.#batch) * shape.stateStride * 4;
    return this.#readTimeMajor(firstStep, shape.units, shape.stateStride);
  }

  /** `[step][row][stride]` in the kernel's memory to a new `[batch, steps, width]`. */
  #readTimeMajor(pointer: number, width: number, stride: number): Float32Array {
    const batch = this.#batch;
    const steps = this.#steps;
    const rows = padTo(4, batch);
    const out = new Float32Array(batch * steps * width);
    const data = this.#memory.floats(pointer, rows * steps * stride);
    for (let step = 0; step < steps; step++) {
      const from = { data, offset: step * rows * stride, stride };
      copyRows(from, { data: out, offset: step * width, stride: steps * width }, batch, width);
    }
    return out;
  }

  #writeTopGradient(gradient: Float32Array, pointer: number): void {
    const units = this.spec.units[this.spec.units.length - 1];
    const stride = padTo(8, units);
    const rows = padTo(4, this.#batch);
    const data = this.#memory.floats(pointer, rows * this.#steps * stride).fill(0);
    for (let step = 0; step < this.#steps; step++) {
      const from = { data: gradient, offset: step * units, stride: this.#steps * units };
      copyRows(from, { data, offset: step * rows * stride, stride }, this.#batch, units);
    }
  }
}
