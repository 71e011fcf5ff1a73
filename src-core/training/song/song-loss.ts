import { halvesOf } from '../metrics/quadrant.ts';
import type { Quadrant } from '../data/clips-csv.ts';
import { EMBEDDING_SIZE } from '../data/teacher-embedding-csv.ts';
import type { SongRecipe } from './song-recipe.ts';

/** Outputs of a song network under training: rated arousal and valence, the teacher's, the teacher's description. */
export const SONG_OUTPUTS = 4 + EMBEDDING_SIZE;

/** What one excerpt should answer, all in standard deviations; null where nobody said. */
export interface SongTargets {
  readonly rating: readonly [number, number] | null;
  readonly quadrant: Quadrant | null;
  readonly teacher: readonly [number, number] | null;
  readonly hint: Float32Array | null;
}

export type SongLossWeights = Pick<
  SongRecipe,
  'clipErrorShare' | 'settlingClips' | 'changeWeight' | 'quadrantWeight' | 'teacherWeight' | 'hintWeight'
>;

/** Quadrants are learned as logistic regression on this many times an output. */
const QUADRANT_SLOPE = 2;

/**
 * Loss of a batch, a mean over its excerpts. Labels belong to whole excerpts, so each asks its question of the mean
 * of an excerpt's outputs; ratings ask it of every clip, too, and what changes from clip to clip costs, once the answer
 * had time to settle.
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
  const shares = settlingShares(steps, weights.settlingClips);
  const scale = 1 / targets.length;
  let loss = 0;
  targets.forEach((target, excerpt) => {
    const at = (step: number, output: number): number => (excerpt * steps + step) * SONG_OUTPUTS + output;
    const meanOf = (output: number): number =>
      shares.reduce((sum, share, step) => sum + share * outputs[at(step, output)], 0);
    /** Hands dLoss/dMean on to the steps that the mean is made of. */
    const pull = (output: number, slope: number): void => {
      for (let step = 0; step < steps; step++) gradient[at(step, output)] += scale * slope * shares[step];
    };
    for (const axis of [0, 1] as const) {
      const mean = meanOf(axis);
      if (target.rating !== null) {
        const rating = target.rating[axis];
        const share = weights.clipErrorShare;
        loss += 0.5 * scale * (mean - rating) ** 2;
        pull(axis, (1 - share) * (mean - rating));
        for (let step = 0; step < steps; step++) {
          gradient[at(step, axis)] += scale * share * (outputs[at(step, axis)] - rating) * shares[step];
        }
      } else if (target.quadrant !== null) {
        const halves = halvesOf(target.quadrant);
        const truth = Number(axis === 0 ? halves.arousal : halves.valence);
        const chance = 1 / (1 + Math.exp(-QUADRANT_SLOPE * mean));
        loss -= scale * weights.quadrantWeight * Math.log(Math.max(1e-9, truth === 1 ? chance : 1 - chance));
        pull(axis, weights.quadrantWeight * QUADRANT_SLOPE * (chance - truth));
      }
      // The first answers may move: they are made of next to nothing.
      for (let step = weights.settlingClips; step < steps; step++) {
        const change = outputs[at(step, axis)] - outputs[at(step - 1, axis)];
        const slope = (scale * weights.changeWeight * change) / steps;
        gradient[at(step, axis)] += slope;
        gradient[at(step - 1, axis)] -= slope;
      }
      if (target.teacher !== null) {
        pull(2 + axis, weights.teacherWeight * (meanOf(2 + axis) - target.teacher[axis]));
      }
    }
    target.hint?.forEach((value, i) => {
      pull(4 + i, weights.hintWeight * (meanOf(4 + i) - value));
    });
  });
  return { loss, gradient };
}

/** What each clip of an excerpt counts for: rising over the first ones, summing to 1. */
function settlingShares(steps: number, settlingClips: number): Float64Array {
  const raw = Float64Array.from({ length: steps }, (_, step) => Math.min(1, (step + 1) / settlingClips));
  const sum = raw.reduce((total, share) => total + share, 0);
  return raw.map((share) => share / sum);
}
