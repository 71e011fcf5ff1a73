import type { Kernel } from './instance.ts';
import type { LayerTape } from './lstm-tape.ts';
import { padTo } from './panels.ts';

/** The stretch of sequences being worked on and the gradients around one layer; pointers and strides in bytes. */
export interface BackwardPlaces {
  readonly batch: number;
  readonly steps: number;
  /** What the layer was fed: row `r` of step `t` lies at `input + t * inputStep + r * inputStride`. */
  readonly input: number;
  readonly inputStride: number;
  readonly inputStep: number;
  /** dLoss/dHidden, `[step][row][units padded to 8]`; overwritten. */
  readonly hiddenGradient: number;
  /** Where dLoss/dInput goes, `[step][row][inputs padded to 8]`, or null where nobody asks. */
  readonly inputGradient: number | null;
  /** A row of zeros at least as wide as a row of `inputGradient`. */
  readonly zeros: number;
}

/** Back-propagation through time for one layer: adds to its weights' gradients. Uses up the layer's tape. */
export function layerBackward(memory: Kernel, layer: LayerTape, at: BackwardPlaces): void {
  const { shape, weights } = layer;
  const rows = padTo(4, at.batch);
  const stateBytes = rows * shape.stateStride * 4;
  const hiddenStride = padTo(8, shape.units) * 4;
  const inputStride = padTo(8, shape.inputs) * 4;
  memory.call.transposePanels(
    shape.recurrent.depth,
    shape.gateStride,
    weights.recurrent,
    layer.recurrentTransposed,
  );
  if (at.inputGradient !== null) {
    memory.call.transposePanels(shape.kernel.depth, shape.gateStride, weights.kernel, layer.kernelTransposed);
  }
  memory.floats(layer.cellGradient, rows * shape.stateStride).fill(0);
  for (let step = at.steps - 1; step >= 0; step--) {
    const gates = layer.gates + step * rows * shape.gateStride * 4;
    const cell = layer.cell + step * stateBytes;
    const hidden = at.hiddenGradient + step * rows * hiddenStride;
    const gradient = layer.cellGradient;
    // prettier-ignore
    memory.call.cellBackward(
      rows, shape.groups, gates, cell, cell + stateBytes, hidden, hiddenStride, gradient,
    );
    if (step > 0) {
      const earlier = hidden - rows * hiddenStride;
      // prettier-ignore
      multiplyBack(memory, layer, rows, gates, layer.recurrentTransposed, earlier, hiddenStride, earlier, hiddenStride);
    }
    if (at.inputGradient !== null) {
      const out = at.inputGradient + step * rows * inputStride;
      multiplyBack(memory, layer, rows, gates, layer.kernelTransposed, at.zeros, 0, out, inputStride);
    }
    weightGradients(memory, layer, at, step, gates);
  }
}

/** out = start + dGates W^T; rows of `out` are whole panels. */
function multiplyBack(
  memory: Kernel,
  { shape }: LayerTape,
  ...[rows, gates, transposed, start, startStride, out, outStride]: [
    rows: number,
    gates: number,
    transposed: number,
    start: number,
    startStride: number,
    out: number,
    outStride: number,
  ]
): void {
  // prettier-ignore
  memory.call.multiply(
    rows, outStride / 32,
    gates, shape.gateStride * 4, shape.gateStride, transposed,
    0, 0, 0, 0,
    start, startStride, out, outStride,
  );
}

/** dW += input^T dGates, dV += previous hidden^T dGates, db += dGates, for one step. */
function weightGradients(
  memory: Kernel,
  { shape, gradients, hidden }: LayerTape,
  at: BackwardPlaces,
  step: number,
  gates: number,
): void {
  const { batch } = at;
  const { kernel, recurrent, gateStride, stateStride } = shape;
  const input = at.input + step * at.inputStep;
  const previousHidden = hidden + step * padTo(4, batch) * stateStride * 4;
  const gateBytes = gateStride * 4;
  // prettier-ignore
  memory.call.accumulateOuter(
    batch, kernel.panels, input, at.inputStride, kernel.depth, gates, gateBytes, gradients.kernel,
  );
  // prettier-ignore
  memory.call.accumulateOuter(
    batch, recurrent.panels, previousHidden, stateStride * 4, recurrent.depth, gates, gateBytes, gradients.recurrent,
  );
  memory.call.accumulateColumns(batch, gateStride, gates, gateBytes, gradients.bias);
}
