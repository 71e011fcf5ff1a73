import { halvesOf } from '../metrics/quadrant.ts';
import type { Quadrant } from '../data/clips-csv.ts';
import { EMBEDDING_SIZE } from '../data/teacher-embedding-csv.ts';
import type { SongRecipe } from './song-recipe.ts';

/**
 * Outputs of the song networks under training: rated arousal and valence, the logarithms of their variances, the
 * teacher's arousal and valence, the teacher's description.
 */
export const SONG_OUTPUTS = 6 + EMBEDDING_SIZE;
const VARIANCES = 2;
const TEACHER = 4;
const HINT = 6;

/** What one excerpt should answer, all in standard deviations; null where nobody said. */
export interface SongTargets {
  /** What the excerpt's loudness adds to the first output before it is compared with the rating or the quadrant. */
  readonly loudness: number;
  readonly rating: readonly [number, number] | null;
  readonly quadrant: Quadrant | null;
  readonly teacher: readonly [number, number] | null;
  readonly hint: Float32Array | null;
  /** Arousal by kernel regression, without what loudness adds. */
  readonly kernel: number | null;
}

export type SongLossWeights = Pick<
  SongRecipe,
  | 'clipErrorShare'
  | 'changeWeight'
  | 'quadrantWeight'
  | 'kernelWeight'
  | 'teacherWeight'
  | 'hintWeight'
  | 'varianceWeight'
>;

/** Quadrants are learned as logistic regression on this many times an output. */
const QUADRANT_SLOPE = 2;

/**
 * Loss of a batch, a mean over its excerpts. Labels belong to whole excerpts, so each asks its question of the mean
 * of an excerpt's outputs; ratings ask it of every clip, too, and what changes from clip to clip costs. The variance is
 * learned by the Gaussian likelihood of the excerpt's error (Nix & Weigend 1994), which does not push on the mean.
 * @param outputs `[excerpts, steps, SONG_OUTPUTS]`
 * @returns the loss of the first two outputs without the cost of change, and dLoss/dOutput of everything
 */
export function songLoss(
  outputs: Float32Array,
  targets: readonly SongTargets[],
  steps: number,
  weights: SongLossWeights,
): { loss: number; gradient: Float32Array } {
  const gradient = new Float32Array(outputs.length);
  const scale = 1 / targets.length;
  let loss = 0;
  targets.forEach((target, excerpt) => {
    const at = (step: number, output: number): number => (excerpt * steps + step) * SONG_OUTPUTS + output;
    const meanOf = (output: number): number => {
      let sum = 0;
      for (let step = 0; step < steps; step++) sum += outputs[at(step, output)];
      return sum / steps;
    };
    /** Hands dLoss/dMean on to the steps that the mean is made of. */
    const pull = (output: number, slope: number): void => {
      for (let step = 0; step < steps; step++) gradient[at(step, output)] += (scale * slope) / steps;
    };
    for (const axis of [0, 1] as const) {
      const lift = axis === 0 ? target.loudness : 0;
      const mean = meanOf(axis) + lift;
      if (target.rating !== null) {
        const rating = target.rating[axis];
        const share = weights.clipErrorShare;
        const square = (mean - rating) ** 2;
        loss += 0.5 * scale * square;
        pull(axis, (1 - share) * (mean - rating));
        for (let step = 0; step < steps; step++) {
          gradient[at(step, axis)] += (scale * share * (outputs[at(step, axis)] + lift - rating)) / steps;
        }
        const expected = Math.exp(meanOf(VARIANCES + axis));
        pull(VARIANCES + axis, weights.varianceWeight * 0.5 * (1 - square / Math.max(expected, 1e-2)));
      } else if (target.quadrant !== null) {
        const halves = halvesOf(target.quadrant);
        const truth = Number(axis === 0 ? halves.arousal : halves.valence);
        const chance = 1 / (1 + Math.exp(-QUADRANT_SLOPE * mean));
        loss -= scale * weights.quadrantWeight * Math.log(Math.max(1e-9, truth === 1 ? chance : 1 - chance));
        pull(axis, weights.quadrantWeight * QUADRANT_SLOPE * (chance - truth));
      }
      if (target.kernel !== null && axis === 0) {
        const distance = mean - lift - target.kernel;
        loss += 0.5 * scale * weights.kernelWeight * distance ** 2;
        pull(axis, weights.kernelWeight * distance);
      }
      for (let step = 1; step < steps; step++) {
        const change = outputs[at(step, axis)] - outputs[at(step - 1, axis)];
        const slope = (scale * weights.changeWeight * change) / steps;
        gradient[at(step, axis)] += slope;
        gradient[at(step - 1, axis)] -= slope;
      }
      if (target.teacher !== null) {
        pull(TEACHER + axis, weights.teacherWeight * (meanOf(TEACHER + axis) - target.teacher[axis]));
      }
    }
    target.hint?.forEach((value, i) => {
      pull(HINT + i, weights.hintWeight * (meanOf(HINT + i) - value));
    });
  });
  return { loss, gradient };
}
