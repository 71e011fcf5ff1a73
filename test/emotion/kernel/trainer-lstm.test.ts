import { describe, expect, test } from 'vitest';
import { createTrainer } from '../../../src-core/emotion/kernel/trainer.ts';
import type { LstmModule } from '../../../src-core/emotion/kernel/trainer.ts';
import { TestRandom, largestDifference } from '../random.ts';
import { referenceLstm } from './reference-lstm.ts';

/** Shapes with and without whole groups of four, one and several layers, one row and many. */
const SHAPES = [
  { inputs: 1, units: [1], batch: 1, steps: 1 },
  { inputs: 3, units: [5], batch: 2, steps: 4 },
  { inputs: 8, units: [4, 4], batch: 4, steps: 3 },
  { inputs: 6, units: [7, 3, 10], batch: 5, steps: 6 },
  { inputs: 13, units: [20, 9], batch: 9, steps: 5 },
] as const;

function build(shape: (typeof SHAPES)[number], seed: number): { lstm: LstmModule; random: TestRandom } {
  const random = new TestRandom(seed);
  const { inputs, units, batch, steps } = shape;
  const spec = { kind: 'lstm', inputs, units, maxBatch: batch + 1, maxSteps: steps + 2 } as const;
  const { lstm } = createTrainer({ lstm: spec }, { seed }).modules;
  lstm.setWeights(random.lstm(inputs, units));
  return { lstm, random };
}

describe.each(SHAPES)('an LSTM stack of $inputs inputs and $units units', (shape) => {
  const { inputs, units, batch, steps } = shape;
  const top = units[units.length - 1];

  test('gives the hidden states of the definition within 2e-6', () => {
    const { lstm, random } = build(shape, 1);
    const input = random.floats(batch * steps * inputs, 2);
    const expected = referenceLstm(lstm.getWeights(), input, batch, steps);
    expect(largestDifference(lstm.forward(input, batch, steps), expected)).toBeLessThan(2e-6);
  });

  test('back-propagates the numeric gradient of the definition', () => {
    const { lstm, random } = build(shape, 3);
    const input = random.floats(batch * steps * inputs);
    const direction = random.floats(batch * steps * top);
    const weights = lstm.getWeights();
    lstm.forward(input, batch, steps);
    const inputGradient = lstm.backward(direction, { inputGradient: true });
    const gradients = lstm.getGradients();

    const loss = (values: ArrayLike<number>): number =>
      referenceLstm(weights, values, batch, steps).reduce((sum, hidden, i) => sum + hidden * direction[i], 0);
    // Single precision stores the shifted weight, so the step is taken as stored.
    const numeric = (values: Float32Array, i: number, evaluate: () => number): number => {
      const kept = values[i];
      values[i] = kept + 2 ** -10;
      const [high, above] = [values[i], evaluate()];
      values[i] = kept - 2 ** -10;
      const [low, below] = [values[i], evaluate()];
      values[i] = kept;
      return (above - below) / (high - low);
    };
    const close = (actual: number, expected: number): void =>
      expect(Math.abs(actual - expected)).toBeLessThan(1e-4 * (1 + Math.abs(expected)));

    for (let i = 0; i < input.length; i += 1 + Math.floor(input.length / 40)) {
      close(
        inputGradient[i],
        numeric(input, i, () => loss(input)),
      );
    }
    for (const [layer, parts] of weights.entries()) {
      for (const part of ['kernel', 'recurrent', 'bias'] as const) {
        const values = parts[part];
        for (let i = 0; i < values.length; i += 1 + Math.floor(values.length / 40)) {
          close(
            gradients[layer][part][i],
            numeric(values, i, () => loss(input)),
          );
        }
      }
    }
  });

  test('adds gradients up over several passes', () => {
    const { lstm, random } = build(shape, 4);
    const input = random.floats(batch * steps * inputs);
    const direction = random.floats(batch * steps * top);
    lstm.forward(input, batch, steps);
    lstm.backward(direction);
    const once = lstm.getGradients();
    lstm.forward(input, batch, steps);
    lstm.backward(direction);
    const twice = lstm.getGradients();
    for (const [i, layer] of once.entries()) {
      const doubled = layer.kernel.map((value) => 2 * value);
      expect(largestDifference(twice[i].kernel, doubled)).toBeLessThan(1e-4);
    }
  });
});

test('a smaller batch after a larger one leaves nothing of it behind', () => {
  const spec = { kind: 'lstm', inputs: 5, units: [6, 5], maxBatch: 9, maxSteps: 7 } as const;
  const random = new TestRandom(5);
  const used = createTrainer({ lstm: spec }, { seed: 5 });
  const fresh = createTrainer({ lstm: spec }, { seed: 5 });
  used.modules.lstm.forward(random.floats(9 * 7 * 5).fill(NaN), 9, 7);
  used.modules.lstm.backward(random.floats(9 * 7 * 5));
  used.zeroGradients();
  const input = random.floats(3 * 4 * 5);
  const direction = random.floats(3 * 4 * 5);
  const results = [used, fresh].map(({ modules: { lstm } }) => {
    const hidden = lstm.forward(input, 3, 4);
    const inputGradient = lstm.backward(direction, { inputGradient: true });
    return { hidden, inputGradient, gradients: lstm.getGradients() };
  });
  expect(results[0]).toEqual(results[1]);
});

test('refuses shapes that were not planned', () => {
  const spec = { kind: 'lstm', inputs: 2, units: [3], maxBatch: 2, maxSteps: 3 } as const;
  const { lstm } = createTrainer({ lstm: spec }, { seed: 1 }).modules;
  expect(() => lstm.forward(new Float32Array(18), 3, 3)).toThrow(RangeError);
  expect(() => lstm.forward(new Float32Array(16), 2, 4)).toThrow(RangeError);
  expect(() => lstm.forward(new Float32Array(11), 2, 3)).toThrow(RangeError);
  expect(() => lstm.backward(new Float32Array(18))).toThrow(RangeError);
  lstm.forward(new Float32Array(12), 2, 3);
  expect(() => lstm.backward(new Float32Array(17))).toThrow(RangeError);
  expect(() => createTrainer({ lstm: { ...spec, units: [] } }, { seed: 1 })).toThrow(RangeError);
  expect(() => createTrainer({ lstm: { ...spec, units: [2.5] } }, { seed: 1 })).toThrow(RangeError);
});
