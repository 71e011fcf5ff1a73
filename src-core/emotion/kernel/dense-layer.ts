import type { Kernel } from './instance.ts';
import type { PanelShape } from './panels.ts';
import { biasPanels, densePanels, pack, panelFloats, unpack } from './panels.ts';
import type { Activation, DenseParameters } from './trainer-types.ts';

/** The kernel's number for each activation. */
export const ACTIVATION_KINDS: Readonly<Record<Activation, number>> = {
  linear: 0,
  tanh: 1,
  sigmoid: 2,
  relu: 3,
  elu: 4,
};

/** Sizes of one dense layer in the kernel's memory. */
export interface DenseLayerShape {
  readonly inputs: number;
  readonly outputs: number;
  /** Floats of one row of outputs, whole panels. */
  readonly outputStride: number;
  readonly kernel: PanelShape;
  readonly bias: PanelShape;
  readonly weightFloats: number;
  readonly biasFloats: number;
}

export interface DensePointers {
  readonly kernel: number;
  readonly bias: number;
}

export function denseLayerShape(inputs: number, outputs: number): DenseLayerShape {
  const kernel = densePanels(inputs, outputs);
  const bias = biasPanels(kernel);
  return {
    inputs,
    outputs,
    outputStride: kernel.panels * 8,
    kernel,
    bias,
    weightFloats: panelFloats(kernel),
    biasFloats: panelFloats(bias),
  };
}

export function writeDenseLayer(
  memory: Kernel,
  shape: DenseLayerShape,
  at: DensePointers,
  weights: DenseParameters,
): void {
  for (const part of ['kernel', 'bias'] as const) {
    const expected = shape[part].rows * shape[part].columns;
    if (weights[part].length !== expected) {
      throw new RangeError(`a dense ${part} has ${weights[part].length} numbers, expected ${expected}`);
    }
    pack(shape[part], weights[part], memory.floats(at[part], panelFloats(shape[part])));
  }
}

export function readDenseLayer(memory: Kernel, shape: DenseLayerShape, at: DensePointers): DenseParameters {
  const read = (part: 'kernel' | 'bias'): Float32Array =>
    unpack(shape[part], memory.floats(at[part], panelFloats(shape[part])));
  return { kernel: read('kernel'), bias: read('bias') };
}

/** Output `[rows, outputStride]` = activation(input W + bias); `rows` a multiple of 4, input stride in bytes. */
export function denseForward(
  memory: Kernel,
  shape: DenseLayerShape,
  weights: DensePointers,
  activation: Activation,
  rows: number,
  at: { readonly input: number; readonly inputStride: number; readonly output: number },
): void {
  const stride = shape.outputStride * 4;
  // prettier-ignore
  memory.call.multiply(
    rows, shape.kernel.panels,
    at.input, at.inputStride, shape.kernel.depth, weights.kernel,
    0, 0, 0, 0,
    weights.bias, 0, at.output, stride,
  );
  memory.call.activate(ACTIVATION_KINDS[activation], rows * shape.outputStride, at.output);
}
