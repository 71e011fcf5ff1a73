import { describe, expect, test } from 'vitest';
import { createTrainer } from '../../../src-core/emotion/kernel/trainer.ts';
import type { AdamOptions, Trainer } from '../../../src-core/emotion/kernel/trainer.ts';
import { TestRandom, largestDifference } from '../random.ts';

const SPEC = {
  lstm: { kind: 'lstm', inputs: 3, units: [5], maxBatch: 4, maxSteps: 3 },
  dense: { kind: 'dense', inputs: 5, outputs: 2, activation: 'linear', maxRows: 4 },
} as const;

type Both = Trainer<typeof SPEC>;

/** One pass with a fixed loss (half the sum of squares of the last step's outputs) that leaves gradients behind. */
function accumulate({ modules }: Both, seed: number): void {
  const hidden = modules.lstm.forward(new TestRandom(seed).floats(4 * 3 * 3), 4, 3);
  const last = Float32Array.from({ length: 20 }, (_, i) => hidden[(Math.floor(i / 5) * 3 + 2) * 5 + (i % 5)]);
  const gradient = modules.dense.backward(modules.dense.forward(last, 4));
  const all = new Float32Array(hidden.length);
  gradient.forEach((value, i) => (all[(Math.floor(i / 5) * 3 + 2) * 5 + (i % 5)] = value));
  modules.lstm.backward(all);
}

function flatten(
  lstm: readonly { kernel: Float32Array; recurrent: Float32Array; bias: Float32Array }[],
  dense: { kernel: Float32Array; bias: Float32Array },
): { weights: number[]; biases: number[] } {
  return {
    weights: [...lstm.flatMap((layer) => [...layer.kernel, ...layer.recurrent]), ...dense.kernel],
    biases: [...lstm.flatMap((layer) => [...layer.bias]), ...dense.bias],
  };
}

const parametersOf = ({ modules }: Both): ReturnType<typeof flatten> =>
  flatten(modules.lstm.getWeights(), modules.dense.getWeights());
const gradientsOf = ({ modules }: Both): ReturnType<typeof flatten> =>
  flatten(modules.lstm.getGradients(), modules.dense.getGradients());

/** Kingma & Ba's algorithm 1 in double precision, with the trainer's options. */
function referenceAdam(trainer: Both, steps: number, options: Required<AdamOptions>): number {
  let expected = parametersOf(trainer);
  const moments = { weights: [], biases: [] } as Record<'weights' | 'biases', { m: number; v: number }[]>;
  let worst = 0;
  for (let step = 1; step <= steps; step++) {
    accumulate(trainer, step);
    const gradients = gradientsOf(trainer);
    const norm = Math.hypot(...gradients.weights, ...gradients.biases);
    const scale = Math.min(1, options.clipNorm / norm);
    const reported = trainer.adamStep(options).gradientNorm;
    expect(Math.abs(reported / norm - 1)).toBeLessThan(1e-6);
    for (const part of ['weights', 'biases'] as const) {
      const keep = part === 'weights' ? 1 - options.learningRate * options.weightDecay : 1;
      expected[part] = expected[part].map((value, i) => {
        const moment = (moments[part][i] ??= { m: 0, v: 0 });
        const g = gradients[part][i] * scale;
        moment.m = options.beta1 * moment.m + (1 - options.beta1) * g;
        moment.v = options.beta2 * moment.v + (1 - options.beta2) * g * g;
        const m = moment.m / (1 - options.beta1 ** step);
        const v = moment.v / (1 - options.beta2 ** step);
        return keep * value - (options.learningRate * m) / (Math.sqrt(v) + options.epsilon);
      });
    }
    const actual = parametersOf(trainer);
    worst = Math.max(
      worst,
      largestDifference(actual.weights, expected.weights),
      largestDifference(actual.biases, expected.biases),
    );
    // Rounding must not pile up into a different path.
    expected = actual;
  }
  return worst;
}

const PLAIN = { learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-6, weightDecay: 0, clipNorm: 1e9 };

describe('adamStep', () => {
  test.each([
    ['plain', PLAIN],
    ['with decay of kernels only', { ...PLAIN, weightDecay: 0.3 }],
    ['with a clipped gradient', { ...PLAIN, clipNorm: 0.05 }],
    ['with other betas', { ...PLAIN, beta1: 0.5, beta2: 0.9 }],
  ])('follows the definition, %s', (_name, options) => {
    const trainer = createTrainer(SPEC, { seed: 3 });
    expect(referenceAdam(trainer, 5, options)).toBeLessThan(2e-6);
  });

  test('clears the gradients', () => {
    const trainer = createTrainer(SPEC, { seed: 3 });
    accumulate(trainer, 1);
    trainer.adamStep(PLAIN);
    const { weights, biases } = gradientsOf(trainer);
    expect([...weights, ...biases].every((value) => value === 0)).toBe(true);
  });

  test('skips a step whose gradient is not finite', () => {
    const trainer = createTrainer(SPEC, { seed: 3 });
    const before = trainer.saveState();
    trainer.modules.dense.forward(new Float32Array(5), 1);
    trainer.modules.dense.backward(Float32Array.of(NaN, 1));
    expect(trainer.adamStep(PLAIN).gradientNorm).toBeNaN();
    expect(trainer.saveState()).toEqual(before);
  });

  test('lowers a loss', () => {
    const trainer = createTrainer(SPEC, { seed: 3 });
    const norms = Array.from({ length: 200 }, () => {
      accumulate(trainer, 1);
      return trainer.adamStep({ learningRate: 0.01 }).gradientNorm;
    });
    expect(norms[199]).toBeLessThan(norms[0] / 100);
  });
});

describe('a trainer', () => {
  test('counts its parameters without padding', () => {
    expect(createTrainer(SPEC, { seed: 1 }).parameterCount).toBe(4 * 5 * (3 + 5 + 1) + 6 * 2);
  });

  test('starts with the same weights for the same seed, others for another', () => {
    const weights = [1, 1, 2].map((seed) => parametersOf(createTrainer(SPEC, { seed })));
    expect(weights[0]).toEqual(weights[1]);
    expect(weights[0]).not.toEqual(weights[2]);
  });

  test('starts with orthonormal recurrent rows and forget biases of 1', () => {
    const [layer] = createTrainer(SPEC, { seed: 9 }).modules.lstm.getWeights();
    const row = (i: number): Float32Array => layer.recurrent.subarray(i * 20, i * 20 + 20);
    for (let i = 0; i < 5; i++) {
      for (let j = 0; j <= i; j++) {
        const product = row(i).reduce((sum, value, k) => sum + value * row(j)[k], 0);
        expect(product).toBeCloseTo(i === j ? 1 : 0, 5);
      }
    }
    expect([...layer.bias]).toEqual(Array.from({ length: 20 }, (_, i) => (i >= 5 && i < 10 ? 1 : 0)));
  });

  test('goes on from a saved state bit by bit', () => {
    const straight = createTrainer(SPEC, { seed: 3 });
    const first = createTrainer(SPEC, { seed: 3 });
    const resumed = createTrainer(SPEC, { seed: 77 });
    for (let step = 1; step <= 6; step++) {
      for (const trainer of [straight, step <= 3 ? first : resumed]) {
        accumulate(trainer, step);
        trainer.adamStep({ learningRate: 0.01, weightDecay: 0.1, clipNorm: 1 });
      }
      if (step === 3) resumed.loadState(first.saveState());
    }
    expect(resumed.saveState()).toEqual(straight.saveState());
  });

  test('refuses a state of another size', () => {
    const other = createTrainer({ dense: SPEC.dense }, { seed: 1 });
    expect(() => other.loadState(createTrainer(SPEC, { seed: 1 }).saveState())).toThrow(RangeError);
  });
});
