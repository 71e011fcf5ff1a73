import type { RecurrentNetwork } from '../../emotion/network.ts';
import { LANDMARK_INPUTS, SURROUNDINGS_SIZE } from '../../emotion/song/surroundings.ts';
import type { OutputScale } from '../run/scaled-head.ts';

/** Landmarks lie on a grid, so that a byte holds each of their numbers exactly: from -4 up, in steps of 1/32. */
const LEAST = -4;
const STEP = 1 / 32;
const STEPS = 255;

/** A description moved to the nearest point of the grid. */
export function onGrid(description: Float32Array): Float32Array {
  return description.map(
    (value) => LEAST + STEP * Math.min(STEPS, Math.max(0, Math.round((value - LEAST) / STEP))),
  );
}

/** The Gaussian kernel of two descriptions: `e^-sharpness` where they are a standard deviation apart in every number. */
export function kernelOf(a: ArrayLike<number>, b: ArrayLike<number>, sharpness: number): number {
  let distance = 0;
  for (let i = 0; i < SURROUNDINGS_SIZE; i++) distance += (a[i] - b[i]) ** 2;
  return Math.exp((-sharpness * distance) / SURROUNDINGS_SIZE);
}

/**
 * A kernel regression as standard layers. With `z = -g |x - c|^2`, which a dense layer computes from `x` and
 * `-|x|^2 / 2`, the kernel is `e^z = elu(z) + 1`, as z is never above 0; a second layer sums the kernels.
 * @param landmarks on the grid
 * @param weights of arousal and valence, `[landmarks, 2]`, in standard deviations of `scale`
 */
export function landmarkNetwork(
  landmarks: readonly Float32Array[],
  weights: Float64Array,
  sharpness: number,
  { mean, standardDeviation }: OutputScale,
): RecurrentNetwork {
  const count = landmarks.length;
  const slope = (2 * sharpness) / SURROUNDINGS_SIZE;
  const kernelBytes = { least: slope * LEAST, step: slope * STEP };
  const kernel = Float32Array.from({ length: LANDMARK_INPUTS * count }, (_, i) => {
    const [input, landmark] = [Math.floor(i / count), landmarks[i % count]];
    const value = input < SURROUNDINGS_SIZE ? landmark[input] : 1;
    return ((value - LEAST) / STEP) * kernelBytes.step + kernelBytes.least;
  });
  const sums = [0, 1].map((axis) => landmarks.reduce((sum, _, i) => sum + weights[2 * i + axis], 0));
  return {
    steps: 1,
    inputs: LANDMARK_INPUTS,
    layers: [
      {
        kind: 'dense',
        inputs: LANDMARK_INPUTS,
        outputs: count,
        activation: 'elu',
        kernel,
        kernelBytes,
        bias: Float32Array.from(landmarks, (landmark) => (-slope / 2) * squaredLength(landmark)),
      },
      {
        kind: 'dense',
        inputs: count,
        outputs: 2,
        activation: 'linear',
        kernel: Float32Array.from(weights, (weight, i) => weight * standardDeviation[i % 2]),
        bias: Float32Array.from(mean, (value, axis) => value + standardDeviation[axis] * sums[axis]),
      },
    ],
  };
}

function squaredLength(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}
