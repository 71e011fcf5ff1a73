import { describe, expect, test } from 'vitest';
import { NetworkRunner } from '../../../src-core/emotion/kernel/network-runner.ts';
import { randomNetwork } from '../networks.ts';
import { TestRandom, largestDifference } from '../random.ts';
import { referenceLstm } from './reference-lstm.ts';

const random = new TestRandom(8);

describe('NetworkRunner', () => {
  test.each([1, 3, 64, 65, 130])('gives each of %i sequences its own hidden states', (batch) => {
    const network = randomNetwork({ inputs: 5, steps: null, units: [6, 3], returnSequences: true });
    const input = random.floats(batch * 4 * 5);
    const lstms = network.layers.filter((layer) => layer.kind === 'lstm');
    const actual = new NetworkRunner(network).run(input, batch, 4);
    expect(largestDifference(actual, referenceLstm(lstms, input, batch, 4))).toBeLessThan(2e-6);
  });

  test.each([1, 63, 64, 65, 200])('runs sequences of %i steps', (steps) => {
    const network = randomNetwork({ inputs: 4, steps: null, units: [5] });
    const input = random.floats(3 * steps * 4);
    const lstms = network.layers.filter((layer) => layer.kind === 'lstm');
    const all = referenceLstm(lstms, input, 3, steps);
    const last = [0, 1, 2].flatMap((row) => [
      ...all.subarray(((row + 1) * steps - 1) * 5, (row + 1) * steps * 5),
    ]);
    expect(largestDifference(new NetworkRunner(network).run(input, 3, steps), last)).toBeLessThan(2e-6);
  });

  test('gives the same bits for the same input, alone or among others', () => {
    const network = randomNetwork({ inputs: 8, steps: 6, units: [10], outputs: [3, 2], activation: 'tanh' });
    const runner = new NetworkRunner(network);
    const input = random.floats(99 * 48);
    const first = runner.run(input, 99, 6);
    expect(runner.run(input, 99, 6)).toEqual(first);
    for (const row of [0, 63, 64, 98]) {
      const alone = runner.run(input.subarray(row * 48, row * 48 + 48), 1, 6);
      expect(alone).toEqual(first.slice(row * 2, row * 2 + 2));
    }
  });

  test('an empty batch gives nothing', () => {
    const network = randomNetwork({ inputs: 2, steps: 3, units: [4] });
    expect(new NetworkRunner(network).run(new Float32Array(), 0, 3)).toHaveLength(0);
  });

  test('refuses lengths that do not fit', () => {
    const runner = new NetworkRunner(randomNetwork({ inputs: 2, steps: 3, units: [4] }));
    expect(() => runner.run(new Float32Array(7), 1, 3)).toThrow(RangeError);
    expect(() => runner.run(new Float32Array(8), 1, 4)).toThrow(RangeError);
    expect(() => runner.run(new Float32Array(0), 1, 0)).toThrow(RangeError);
  });
});
