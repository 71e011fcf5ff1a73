import { describe, expect, test } from 'vitest';
import { createTrainer } from '../../../src-core/emotion/kernel/trainer.ts';
import type { Activation, DenseParameters } from '../../../src-core/emotion/kernel/trainer.ts';
import { TestRandom, largestDifference } from '../random.ts';

const FUNCTIONS: Record<Activation, (x: number) => number> = {
  linear: (x) => x,
  tanh: Math.tanh,
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  relu: (x) => Math.max(0, x),
  elu: (x) => (x > 0 ? x : Math.expm1(x)),
};

function reference(
  { kernel, bias }: DenseParameters,
  input: ArrayLike<number>,
  rows: number,
  activation: Activation,
): Float64Array {
  const outputs = bias.length;
  const inputs = kernel.length / outputs;
  return Float64Array.from({ length: rows * outputs }, (_, n) => {
    const [row, column] = [Math.floor(n / outputs), n % outputs];
    let sum = bias[column];
    for (let i = 0; i < inputs; i++) sum += input[row * inputs + i] * kernel[i * outputs + column];
    return FUNCTIONS[activation](sum);
  });
}

describe.each(['linear', 'tanh', 'sigmoid', 'relu', 'elu'] as const)('a dense layer (%s)', (activation) => {
  test.each([
    { inputs: 1, outputs: 1, rows: 1 },
    { inputs: 5, outputs: 3, rows: 7 },
    { inputs: 20, outputs: 2, rows: 4 },
    { inputs: 12, outputs: 17, rows: 5 },
  ])('$inputs to $outputs: output and numeric gradient', ({ inputs, outputs, rows }) => {
    const random = new TestRandom(inputs);
    const spec = { kind: 'dense', inputs, outputs, activation, maxRows: rows + 3 } as const;
    const { dense } = createTrainer({ dense: spec }, { seed: 1 }).modules;
    dense.setWeights({ kernel: random.floats(inputs * outputs), bias: random.floats(outputs) });
    const weights = dense.getWeights();
    const input = random.floats(rows * inputs);
    const direction = random.floats(rows * outputs);
    expect(
      largestDifference(dense.forward(input, rows), reference(weights, input, rows, activation)),
    ).toBeLessThan(2e-6);

    const inputGradient = dense.backward(direction);
    const { kernel, bias } = dense.getGradients();
    const numeric = (values: Float32Array): Float64Array =>
      Float64Array.from(values, (kept, i) => {
        const loss = (shifted: number): number => {
          values[i] = shifted;
          return reference(weights, input, rows, activation).reduce((sum, y, n) => sum + y * direction[n], 0);
        };
        const step = 2 ** -12;
        const [high, low] = [Math.fround(kept + step), Math.fround(kept - step)];
        const slope = (loss(high) - loss(low)) / (high - low);
        values[i] = kept;
        return slope;
      });
    expect(largestDifference(inputGradient, numeric(input))).toBeLessThan(1e-4);
    expect(largestDifference(kernel, numeric(weights.kernel))).toBeLessThan(1e-4);
    expect(largestDifference(bias, numeric(weights.bias))).toBeLessThan(1e-4);
  });
});
