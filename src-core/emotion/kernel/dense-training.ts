import type { DenseLayerShape, DensePointers } from './dense-layer.ts';
import {
  ACTIVATION_KINDS,
  denseForward,
  denseLayerShape,
  readDenseLayer,
  writeDenseLayer,
} from './dense-layer.ts';
import type { Kernel } from './instance.ts';
import { copyRows, padTo } from './panels.ts';
import type { Parameters } from './parameters.ts';
import type { DenseModule, DenseParameters, DenseSpec } from './trainer-types.ts';

/** {@link DenseModule} over the kernel. */
export class DenseTraining implements DenseModule {
  readonly spec: DenseSpec;
  readonly #memory: Kernel;
  readonly #shape: DenseLayerShape;
  readonly #weights: DensePointers;
  readonly #gradients: DensePointers;
  readonly #input: number;
  readonly #output: number;
  readonly #outputGradient: number;
  readonly #inputGradient: number;
  readonly #kernelTransposed: number;
  readonly #zeros: number;
  #rows = 0;
  #taped = false;

  constructor(spec: DenseSpec, parameters: Parameters) {
    const memory = parameters.kernel;
    const shape = denseLayerShape(spec.inputs, spec.outputs);
    const rows = padTo(4, spec.maxRows);
    const kernel = parameters.takeWeights(shape.weightFloats);
    const bias = parameters.takeBias(shape.biasFloats);
    this.spec = spec;
    this.#memory = memory;
    this.#shape = shape;
    this.#weights = { kernel: kernel.value, bias: bias.value };
    this.#gradients = { kernel: kernel.gradient, bias: bias.gradient };
    this.#input = memory.allocate(rows * shape.kernel.depth);
    this.#output = memory.allocate(rows * shape.outputStride);
    this.#outputGradient = memory.allocate(rows * shape.outputStride);
    this.#inputGradient = memory.allocate(rows * padTo(8, spec.inputs));
    this.#kernelTransposed = memory.allocate(padTo(8, spec.inputs) * shape.outputStride);
    this.#zeros = memory.allocate(padTo(8, spec.inputs));
  }

  forward(input: Float32Array, rows: number): Float32Array {
    const { inputs, maxRows } = this.spec;
    if (!Number.isInteger(rows) || rows < 1 || rows > maxRows) {
      throw new RangeError(`${rows} rows, between 1 and ${maxRows} are planned`);
    }
    checkLength(input, rows * inputs);
    const shape = this.#shape;
    const depth = shape.kernel.depth;
    const data = this.#memory.floats(this.#input, rows * depth);
    copyRows({ data: input, offset: 0, stride: inputs }, { data, offset: 0, stride: depth }, rows, inputs);
    denseForward(this.#memory, shape, this.#weights, this.spec.activation, padTo(4, rows), {
      input: this.#input,
      inputStride: depth * 4,
      output: this.#output,
    });
    this.#rows = rows;
    this.#taped = true;
    return this.#read(this.#output, shape.outputs, shape.outputStride);
  }

  backward(outputGradient: Float32Array): Float32Array {
    if (!this.#taped) throw new RangeError('backward needs a forward of its own');
    const rows = this.#rows;
    const shape = this.#shape;
    const { call } = this.#memory;
    const { depth, panels } = shape.kernel;
    const stride = shape.outputStride;
    checkLength(outputGradient, rows * shape.outputs);
    this.#taped = false;
    const data = this.#memory.floats(this.#outputGradient, padTo(4, rows) * stride).fill(0);
    const from = { data: outputGradient, offset: 0, stride: shape.outputs };
    copyRows(from, { data, offset: 0, stride }, rows, shape.outputs);
    const kind = ACTIVATION_KINDS[this.spec.activation];
    call.activateBackward(kind, rows * stride, this.#output, this.#outputGradient);
    const gradient = this.#outputGradient;
    // prettier-ignore
    call.accumulateOuter(
      rows, panels,
      this.#input, depth * 4, depth,
      gradient, stride * 4, this.#gradients.kernel,
    );
    call.accumulateColumns(rows, stride, gradient, stride * 4, this.#gradients.bias);
    call.transposePanels(depth, stride, this.#weights.kernel, this.#kernelTransposed);
    const width = padTo(8, shape.inputs);
    // prettier-ignore
    call.multiply(
      padTo(4, rows), width / 8,
      gradient, stride * 4, stride, this.#kernelTransposed,
      0, 0, 0, 0,
      this.#zeros, 0, this.#inputGradient, width * 4,
    );
    return this.#read(this.#inputGradient, shape.inputs, width);
  }

  getWeights(): DenseParameters {
    return readDenseLayer(this.#memory, this.#shape, this.#weights);
  }

  setWeights(weights: DenseParameters): void {
    writeDenseLayer(this.#memory, this.#shape, this.#weights, weights);
  }

  getGradients(): DenseParameters {
    return readDenseLayer(this.#memory, this.#shape, this.#gradients);
  }

  #read(pointer: number, width: number, stride: number): Float32Array {
    const out = new Float32Array(this.#rows * width);
    const data = this.#memory.floats(pointer, this.#rows * stride);
    copyRows({ data, offset: 0, stride }, { data: out, offset: 0, stride: width }, this.#rows, width);
    return out;
  }
}

function checkLength(values: Float32Array, expected: number): void {
  if (values.length !== expected) throw new RangeError(`${values.length} numbers, expected ${expected}`);
}
