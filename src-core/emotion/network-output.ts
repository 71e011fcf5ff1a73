import type { PreparedNetwork } from './engines/engine.ts';
import { answersEveryStep } from './network.ts';

/**
 * Runs a batch and brings the output to one row for each sequence, `[batch, outputs]`: a network that gives one
 * for every step has its last taken, or the mean over all of them.
 */
export function runPooled(
  network: PreparedNetwork,
  input: Float32Array,
  batch: number,
  steps: number,
  pooling: 'last' | 'mean',
): Float32Array {
  const output = network.run(input, batch, steps);
  if (!answersEveryStep(network.network) || batch === 0) return output;
  const width = output.length / batch / steps;
  const pooled = new Float32Array(batch * width);
  const first = pooling === 'last' ? steps - 1 : 0;
  for (let row = 0; row < batch; row++) {
    for (let column = 0; column < width; column++) {
      let sum = 0;
      for (let step = first; step < steps; step++) sum += output[(row * steps + step) * width + column];
      pooled[row * width + column] = sum / (steps - first);
    }
  }
  return pooled;
}

/** A value of an axis: within [-1, 1]; what is not a number is neutral. */
export function clampToAxis(value: number): number {
  return Number.isNaN(value) ? 0 : Math.min(1, Math.max(-1, value));
}
