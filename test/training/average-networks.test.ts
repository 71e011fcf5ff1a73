import { describe, expect, it } from 'vitest';
import { wasmEngine } from '../../src-core/emotion/engines/wasm-engine.ts';
import type { LstmWeights, RecurrentNetwork } from '../../src-core/emotion/network.ts';
import { averageNetworks } from '../../src-core/training/run/average-networks.ts';
import { createRandom } from '../../src-core/training/run/random.ts';

const STEPS = 6;

function randomNetwork(seed: number, units: readonly number[]): RecurrentNetwork {
  const random = createRandom(seed);
  const draw = (length: number): Float32Array => Float32Array.from({ length }, () => random.normal() * 0.4);
  const lstm = (inputs: number, own: number): LstmWeights => ({
    inputs,
    units: own,
    kernel: draw(inputs * own * 4),
    recurrent: draw(own * own * 4),
    bias: draw(own * 4),
  });
  return {
    steps: STEPS,
    inputs: 3,
    layers: [
      ...units.map((own, i) => ({
        ...lstm(i === 0 ? 3 : units[i - 1], own),
        kind: 'lstm' as const,
        returnSequences: i < units.length - 1,
      })),
      {
        kind: 'dense',
        inputs: units.at(-1)!,
        outputs: 2,
        activation: 'linear',
        kernel: draw(units.at(-1)! * 2),
        bias: draw(2),
      },
    ],
  };
}

describe('averageNetworks', () => {
  it.each([[[5]], [[4, 3]]])('answers with the mean of its members, layers %j', (units) => {
    const members = [1, 2, 3].map((seed) => randomNetwork(seed, units));
    const random = createRandom(9);
    const input = Float32Array.from({ length: 2 * STEPS * 3 }, random.normal);
    const run = (network: RecurrentNetwork): Float32Array =>
      wasmEngine.sequence(network).run(input, 2, STEPS).slice();
    const answers = members.map(run);
    run(averageNetworks(members)).forEach((value, i) =>
      expect(value).toBeCloseTo(answers.reduce((sum, answer) => sum + answer[i], 0) / 3, 5),
    );
  });

  it('refuses members of different shapes, and none', () => {
    expect(() => averageNetworks([randomNetwork(1, [4]), randomNetwork(2, [5])])).toThrow(RangeError);
    expect(() => averageNetworks([])).toThrow(RangeError);
  });
});
