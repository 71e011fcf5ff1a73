import type { LstmWeights } from '../../../src-core/emotion/network.ts';

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * A stack of LSTM layers in double precision, written for clarity: the definition the kernel is held against.
 * Input `[batch, steps, inputs]`; hidden states of the top layer, `[batch, steps, units]`.
 */
export function referenceLstm(
  layers: readonly LstmWeights[],
  input: ArrayLike<number>,
  batch: number,
  steps: number,
): Float64Array {
  let sequence = Float64Array.from(input);
  for (const layer of layers) {
    const { inputs, units, kernel, recurrent, bias } = layer;
    const out = new Float64Array(batch * steps * units);
    for (let row = 0; row < batch; row++) {
      let hidden = new Float64Array(units);
      const cell = new Float64Array(units);
      for (let step = 0; step < steps; step++) {
        const gates = Float64Array.from(bias);
        for (let column = 0; column < 4 * units; column++) {
          for (let i = 0; i < inputs; i++) {
            gates[column] += sequence[(row * steps + step) * inputs + i] * kernel[i * 4 * units + column];
          }
          for (let i = 0; i < units; i++) gates[column] += hidden[i] * recurrent[i * 4 * units + column];
        }
        const next = new Float64Array(units);
        for (let unit = 0; unit < units; unit++) {
          const [i, f, g, o] = [0, 1, 2, 3].map((gate) => gates[gate * units + unit]);
          cell[unit] = logistic(f) * cell[unit] + logistic(i) * Math.tanh(g);
          next[unit] = logistic(o) * Math.tanh(cell[unit]);
        }
        out.set(next, (row * steps + step) * units);
        hidden = next;
      }
    }
    sequence = out;
  }
  return sequence;
}
