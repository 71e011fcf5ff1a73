import type { DenseParameters } from '../../emotion/kernel/trainer-types.ts';
import type { DenseLayer } from '../../emotion/network.ts';

/** How a network's answers, in standard deviations of a rating scale, become ratings. */
export interface OutputScale {
  readonly mean: readonly [number, number];
  readonly standardDeviation: readonly [number, number];
}

/** The first two of a linear head's `outputs`, on the rating scale: the head that is shipped. */
export function scaledHead(
  { kernel, bias }: DenseParameters,
  outputs: number,
  { mean, standardDeviation }: OutputScale,
): DenseLayer {
  const inputs = kernel.length / outputs;
  return {
    kind: 'dense',
    inputs,
    outputs: 2,
    activation: 'linear',
    kernel: Float32Array.from({ length: inputs * 2 }, (_, i) => {
      const axis = i % 2;
      return kernel[(i >> 1) * outputs + axis] * standardDeviation[axis];
    }),
    bias: Float32Array.from([0, 1], (axis) => bias[axis] * standardDeviation[axis] + mean[axis]),
  };
}
