import type { LstmWeights } from '../network.ts';
import type { Kernel } from './instance.ts';
import type { PanelShape } from './panels.ts';
import { biasPanels, gatePanels, pack, padTo, panelFloats, unpack } from './panels.ts';

/** Sizes of one LSTM layer in the kernel's memory. */
export interface LstmLayerShape {
  readonly inputs: number;
  readonly units: number;
  /** Units padded to whole groups of 4: the stride of hidden and cell states, in floats. */
  readonly stateStride: number;
  readonly groups: number;
  /** Floats of one row of gates. */
  readonly gateStride: number;
  readonly kernel: PanelShape;
  readonly recurrent: PanelShape;
  readonly bias: PanelShape;
  readonly weightFloats: number;
  readonly biasFloats: number;
}

/** Where a layer's weights (or their gradients) lie, in bytes. */
export interface LstmPointers {
  readonly kernel: number;
  readonly recurrent: number;
  readonly bias: number;
}

export function lstmLayerShape(inputs: number, units: number): LstmLayerShape {
  const kernel = gatePanels(inputs, units);
  const recurrent = gatePanels(units, units);
  const stateStride = padTo(4, units);
  return {
    inputs,
    units,
    stateStride,
    groups: stateStride / 4,
    gateStride: stateStride * 4,
    kernel,
    recurrent,
    bias: biasPanels(kernel),
    weightFloats: panelFloats(kernel) + panelFloats(recurrent),
    biasFloats: stateStride * 4,
  };
}

export function writeLstmLayer(
  memory: Kernel,
  shape: LstmLayerShape,
  at: LstmPointers,
  weights: LstmWeights,
): void {
  for (const part of ['kernel', 'recurrent', 'bias'] as const) {
    const expected = shape[part].rows * shape[part].columns;
    if (weights[part].length !== expected) {
      throw new RangeError(`an LSTM's ${part} has ${weights[part].length} numbers, expected ${expected}`);
    }
    pack(shape[part], weights[part], memory.floats(at[part], panelFloats(shape[part])));
  }
}

export function readLstmLayer(memory: Kernel, shape: LstmLayerShape, at: LstmPointers): LstmWeights {
  const read = (part: 'kernel' | 'recurrent' | 'bias'): Float32Array =>
    unpack(shape[part], memory.floats(at[part], panelFloats(shape[part])));
  return {
    inputs: shape.inputs,
    units: shape.units,
    kernel: read('kernel'),
    recurrent: read('recurrent'),
    bias: read('bias'),
  };
}

/**
 * One step of one layer for `rows` sequences (a multiple of 4). Pointers and strides in bytes; hidden and cell
 * states are `[rows, stateStride]`, gates `[rows, gateStride]`; the new states may overwrite the previous ones.
 */
export function stepForward(
  memory: Kernel,
  shape: LstmLayerShape,
  weights: LstmPointers,
  rows: number,
  at: {
    readonly input: number;
    readonly inputStride: number;
    readonly previousHidden: number;
    readonly previousCell: number;
    readonly gates: number;
    readonly hidden: number;
    readonly cell: number;
  },
): void {
  // prettier-ignore
  memory.call.multiply(
    rows, shape.kernel.panels,
    at.input, at.inputStride, shape.kernel.depth, weights.kernel,
    at.previousHidden, shape.stateStride * 4, shape.stateStride, weights.recurrent,
    weights.bias, 0, at.gates, shape.gateStride * 4,
  );
  memory.call.cellForward(rows * shape.groups, at.gates, at.previousCell, at.cell, at.hidden);
}
