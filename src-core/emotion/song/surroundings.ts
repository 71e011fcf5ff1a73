import { CLIP_STATISTICS_SIZE } from '../hearing/clip-statistics.ts';
import { FURTHEST } from '../hearing/standardise-rows.ts';
import type { SurroundingsNormalisation } from '../model-files/normalisation-types.ts';

/** Numbers that describe a stretch of music: mean and standard deviation of each of its clips' statistics. */
export const SURROUNDINGS_SIZE = 2 * CLIP_STATISTICS_SIZE;

/** Numbers that the landmark network reads: a description, and half its squared length taken from zero. */
export const LANDMARK_INPUTS = SURROUNDINGS_SIZE + 1;

/** The statistics of a stretch of clips that slides over a song: one clip is added, an old one taken away. */
export interface SlidingStatistics {
  /** @param statistics `CLIP_STATISTICS_SIZE` numbers, standardised */
  add(statistics: Float32Array): void;
  /** What `add` did, undone. */
  remove(statistics: Float32Array): void;
  /** Mean and standard deviation of each number over the clips held, `[SURROUNDINGS_SIZE]`. */
  describe(): Float32Array;
}

export function createSlidingStatistics(): SlidingStatistics {
  const sums = new Float64Array(CLIP_STATISTICS_SIZE);
  const squares = new Float64Array(CLIP_STATISTICS_SIZE);
  let count = 0;
  return {
    add(statistics) {
      for (let i = 0; i < CLIP_STATISTICS_SIZE; i++) {
        sums[i] += statistics[i];
        squares[i] += statistics[i] * statistics[i];
      }
      count++;
    },
    remove(statistics) {
      for (let i = 0; i < CLIP_STATISTICS_SIZE; i++) {
        sums[i] -= statistics[i];
        squares[i] -= statistics[i] * statistics[i];
      }
      count--;
    },
    describe() {
      const description = new Float32Array(SURROUNDINGS_SIZE);
      for (let i = 0; i < CLIP_STATISTICS_SIZE; i++) {
        const mean = sums[i] / count;
        description[i] = mean;
        description[CLIP_STATISTICS_SIZE + i] = Math.sqrt(Math.max(0, squares[i] / count - mean * mean));
      }
      return description;
    },
  };
}

/**
 * A description as the landmark network reads it: standardised by the training set, then `-|x|^2 / 2`, with which a
 * dense layer gives `x.c - |x|^2 / 2 - |c|^2 / 2 = -|x - c|^2 / 2` for each landmark `c`.
 * @returns `[LANDMARK_INPUTS]`
 */
export function landmarkInput(
  description: Float32Array,
  { mean, standardDeviation }: Pick<SurroundingsNormalisation, 'mean' | 'standardDeviation'>,
): Float32Array {
  const input = new Float32Array(LANDMARK_INPUTS);
  let squares = 0;
  for (let i = 0; i < SURROUNDINGS_SIZE; i++) {
    const value = (description[i] - mean[i]) / standardDeviation[i];
    input[i] = Math.min(FURTHEST, Math.max(-FURTHEST, value));
    squares += input[i] ** 2;
  }
  input[SURROUNDINGS_SIZE] = -squares / 2;
  return input;
}
