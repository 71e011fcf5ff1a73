import { describe, expect, it } from 'vitest';
import { NetworkRunner } from '../../src-core/emotion/kernel/network-runner.ts';
import { landmarkInput, SURROUNDINGS_SIZE } from '../../src-core/emotion/song/surroundings.ts';
import { createRandom } from '../../src-core/training/run/random.ts';
import { kernelOf, landmarkNetwork, onGrid } from '../../src-core/training/song/landmark-network.ts';

const random = createRandom(5, 'landmarks');
const PLAIN = {
  mean: new Array<number>(SURROUNDINGS_SIZE).fill(0),
  standardDeviation: new Array<number>(SURROUNDINGS_SIZE).fill(1),
};
const SCALE = { mean: [0.1, -0.2], standardDeviation: [0.3, 0.2] } as const;

function description(): Float32Array {
  return Float32Array.from({ length: SURROUNDINGS_SIZE }, () => random.normal());
}

describe('a landmark network', () => {
  const landmarks = Array.from({ length: 9 }, () => onGrid(description()));
  const weights = Float64Array.from({ length: 18 }, () => random.normal());
  const runner = new NetworkRunner(landmarkNetwork(landmarks, weights, 0.5, SCALE));

  it('sums Gaussian kernels at its landmarks, on the rating scale', () => {
    for (const point of [description(), landmarks[3], new Float32Array(SURROUNDINGS_SIZE).fill(5)]) {
      const answer = runner.run(landmarkInput(point, PLAIN), 1, 1);
      for (const axis of [0, 1] as const) {
        const sum = landmarks.reduce(
          (total, landmark, i) => total + weights[2 * i + axis] * kernelOf(point, landmark, 0.5),
          0,
        );
        expect(answer[axis]).toBeCloseTo(SCALE.mean[axis] + SCALE.standardDeviation[axis] * sum, 5);
      }
    }
  });

  it('has a kernel of 1 at the landmark and of e^-sharpness a deviation away in every number', () => {
    const moved = landmarks[0].map((value) => value + 1);
    expect(kernelOf(landmarks[0], landmarks[0], 0.5)).toBe(1);
    expect(kernelOf(landmarks[0], moved, 0.5)).toBeCloseTo(Math.exp(-0.5), 6);
  });

  it('keeps landmarks to what a byte holds', () => {
    const moved = onGrid(Float32Array.of(-9, -0.01, 0.02, 1, 9));
    expect([...moved]).toEqual([-4, 0, 1 / 32, 1, 127 / 32]);
  });
});
