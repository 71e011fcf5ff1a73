import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { buildTfjsModel } from '../../../src-core/emotion/engines/tfjs-engine.ts';
import { createTrainer } from '../../../src-core/emotion/kernel/trainer.ts';
import { TestRandom, largestDifference } from '../random.ts';

const BATCH = 6;
const STEPS = 5;
const LEARNING_RATE = 0.01;

/**
 * The same network, data and optimiser in TensorFlow.js: five Adam steps on the mean squared error must lead to
 * the same weights. Adam divides by the root of the second moment, so its epsilon is the same and not tiny.
 */
test('five training steps end where TensorFlow.js ends, within 1e-5', () => {
  const random = new TestRandom(4);
  const weights = random.lstm(7, [6, 5]);
  const head = { kernel: random.floats(5 * 2), bias: random.floats(2) };
  const input = random.floats(BATCH * STEPS * 7);
  const target = random.floats(BATCH * 2);

  const trainer = createTrainer(
    {
      lstm: { kind: 'lstm', inputs: 7, units: [6, 5], maxBatch: BATCH, maxSteps: STEPS },
      head: { kind: 'dense', inputs: 5, outputs: 2, activation: 'tanh', maxRows: BATCH },
    },
    { seed: 1 },
  );
  const { modules } = trainer;
  modules.lstm.setWeights(weights);
  modules.head.setWeights(head);
  for (let step = 0; step < 5; step++) {
    const hidden = modules.lstm.forward(input, BATCH, STEPS);
    const last = new Float32Array(BATCH * 5);
    const lastOf = (row: number): number => (row * STEPS + STEPS - 1) * 5;
    for (let row = 0; row < BATCH; row++) last.set(hidden.subarray(lastOf(row), lastOf(row) + 5), row * 5);
    const output = modules.head.forward(last, BATCH);
    const gradient = modules.head.backward(output.map((y, i) => (2 * (y - target[i])) / (BATCH * 2)));
    const all = new Float32Array(hidden.length);
    for (let row = 0; row < BATCH; row++) all.set(gradient.subarray(row * 5, row * 5 + 5), lastOf(row));
    modules.lstm.backward(all);
    trainer.adamStep({ learningRate: LEARNING_RATE, epsilon: 1e-4 });
  }

  const layers = [
    { ...weights[0], kind: 'lstm', returnSequences: true },
    { ...weights[1], kind: 'lstm', returnSequences: false },
    { ...head, kind: 'dense', inputs: 5, outputs: 2, activation: 'tanh' },
  ] as const;
  const model = buildTfjsModel(tf, { inputs: 7, steps: STEPS, layers });
  const optimizer = tf.train.adam(LEARNING_RATE, 0.9, 0.999, 1e-4);
  for (let step = 0; step < 5; step++) {
    optimizer.minimize(() => {
      const output = model.apply(tf.tensor3d(input, [BATCH, STEPS, 7]), { training: true }) as tf.Tensor;
      return tf.losses.meanSquaredError(tf.tensor2d(target, [BATCH, 2]), output);
    });
  }
  const expected = model.getWeights().flatMap((tensor) => [...tensor.dataSync()]);
  const actual = [
    ...modules.lstm.getWeights().flatMap(({ kernel, recurrent, bias }) => [...kernel, ...recurrent, ...bias]),
    ...modules.head.getWeights().kernel,
    ...modules.head.getWeights().bias,
  ];
  expect(largestDifference(actual, expected)).toBeLessThan(1e-5);
});
