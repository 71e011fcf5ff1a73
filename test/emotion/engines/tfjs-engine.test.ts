import * as tf from '@tensorflow/tfjs';
import { describe, expect, test } from 'vitest';
import { createTfjsEngine } from '../../../src-core/emotion/engines/tfjs-engine.ts';
import { wasmEngine } from '../../../src-core/emotion/engines/wasm-engine.ts';
import { paperNetwork, randomNetwork } from '../networks.ts';
import { TestRandom, largestDifference } from '../random.ts';

const tfjsEngine = createTfjsEngine(tf);

describe('the tfjs and wasm engines', () => {
  test.each([
    ['the paper’s clip network', paperNetwork(), 44],
    ['odd sizes', randomNetwork({ inputs: 7, steps: 9, units: [5, 11, 3], outputs: [6, 2] }), 9],
    ['one unit', randomNetwork({ inputs: 1, steps: 3, units: [1] }), 3],
    [
      'a sequence out',
      randomNetwork({ inputs: 4, steps: null, units: [8], returnSequences: true, outputs: [2] }),
      12,
    ],
    [
      'relu and large weights',
      randomNetwork({ inputs: 4, steps: 5, units: [6], outputs: [9], activation: 'relu', scale: 3 }),
      5,
    ],
    ['sigmoid', randomNetwork({ inputs: 4, steps: 5, units: [6], outputs: [9], activation: 'sigmoid' }), 5],
    ['tanh', randomNetwork({ inputs: 4, steps: 5, units: [6], outputs: [9], activation: 'tanh' }), 5],
  ])('agree within 1e-5: %s', (_name, network, steps) => {
    const input = new TestRandom(2).floats(6 * steps * network.inputs, 3);
    const [ours, theirs] = [wasmEngine, tfjsEngine].map((engine) => {
      const prepared = engine.clip(network);
      const output = prepared.run(input, 6, steps);
      prepared.dispose();
      return output;
    });
    expect(largestDifference(ours, theirs)).toBeLessThan(1e-5);
    expect(ours.some((value) => Math.abs(value) > 1e-3)).toBe(true);
  });
});

test('the tfjs engine leaves no tensor behind', () => {
  const before = tf.memory().numTensors;
  const prepared = tfjsEngine.sequence(randomNetwork({ inputs: 3, steps: 4, units: [5, 4], outputs: [2] }));
  const held = tf.memory().numTensors;
  const input = new TestRandom(3).floats(40 * 12);
  for (let i = 0; i < 3; i++) prepared.run(input, 40, 4);
  expect(prepared.run(new Float32Array(), 0, 4)).toHaveLength(0);
  expect(() => prepared.run(input, 41, 4)).toThrow(RangeError);
  expect(tf.memory().numTensors).toBe(held);
  prepared.dispose();
  expect(tf.memory().numTensors).toBe(before);
});
