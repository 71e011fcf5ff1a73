import type { LstmLayerShape, LstmPointers } from './lstm-layer.ts';
import { padTo, panelFloats } from './panels.ts';
import type { Parameters } from './parameters.ts';

/** One layer and what its forward pass leaves for the way back; all time-major, `[step][row][...]`. */
export interface LayerTape {
  readonly shape: LstmLayerShape;
  readonly weights: LstmPointers;
  readonly gradients: LstmPointers;
  /** Activated gates; the backward pass turns them into dLoss/dGates in place. */
  readonly gates: number;
  /** States before the first step, then after each step. */
  readonly hidden: number;
  readonly cell: number;
  readonly cellGradient: number;
  readonly kernelTransposed: number;
  readonly recurrentTransposed: number;
}

/** Lays out a layer for at most `rows` sequences (a multiple of 4) of `steps` steps. */
export function layerTape(
  shape: LstmLayerShape,
  parameters: Parameters,
  rows: number,
  steps: number,
): LayerTape {
  const memory = parameters.kernel;
  const kernel = parameters.takeWeights(panelFloats(shape.kernel));
  const recurrent = parameters.takeWeights(panelFloats(shape.recurrent));
  const bias = parameters.takeBias(shape.biasFloats);
  const states = (steps + 1) * rows * shape.stateStride;
  return {
    shape,
    weights: { kernel: kernel.value, recurrent: recurrent.value, bias: bias.value },
    gradients: { kernel: kernel.gradient, recurrent: recurrent.gradient, bias: bias.gradient },
    gates: memory.allocate(steps * rows * shape.gateStride),
    hidden: memory.allocate(states),
    cell: memory.allocate(states),
    cellGradient: memory.allocate(rows * shape.stateStride),
    kernelTransposed: memory.allocate(padTo(8, shape.inputs) * shape.gateStride),
    recurrentTransposed: memory.allocate(padTo(8, shape.units) * shape.gateStride),
  };
}
