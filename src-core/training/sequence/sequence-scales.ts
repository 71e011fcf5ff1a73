import type { SequenceRecipe } from './sequence-recipe.ts';
import type { Windows } from './windows.ts';

/** Root mean squares below this are taken for this: a set of constant curves must not weigh without bound. */
const SMALLEST_SCALE = 1e-6;

/** How much the answers move, and how much each window counts. */
export interface SequenceScales {
  /**
   * Root mean square of each output over all training windows, `[step, axis]`, shared by both axes. The network
   * answers in these units, so that near and far steps weigh alike in its loss.
   */
  readonly outputs: Float32Array;
  /** Weight of a window's squared error, by its set (an index into the recipe's curves) and the step ahead. */
  readonly weights: readonly Float32Array[];
}

/**
 * Scales of a training set. Sets differ tenfold in how much their curves move and in size; each is weighted by its own
 * movement, and has a say that grows with the root of its size.
 */
export function sequenceScales(windows: Windows, recipe: SequenceRecipe): SequenceScales {
  const { horizon, curves } = recipe;
  const setCount = curves.length;
  const squares = Array.from({ length: setCount }, () => new Float64Array(horizon));
  const counts = new Float64Array(setCount);
  for (let window = 0; window < windows.count; window++) {
    const set = windows.sets[window];
    counts[set]++;
    for (let o = 0; o < horizon * 2; o++) squares[set][o >> 1] += targetOf(windows, window, o, recipe) ** 2;
  }
  const shares = counts.map((count) => Math.sqrt(count));
  const allShares = shares.reduce((sum, share) => sum + share, 0);
  const total = Float64Array.from({ length: horizon }, (_, step) =>
    squares.reduce((sum, set) => sum + set[step], 0),
  );
  const scaleOf = (sum: number, count: number): number =>
    Math.max(SMALLEST_SCALE, Math.sqrt(sum / (2 * count)));
  const outputs = Float32Array.from({ length: horizon * 2 }, (_, o) => scaleOf(total[o >> 1], windows.count));
  const weights = squares.map((set, s) =>
    Float32Array.from(set, (sum, step) =>
      counts[s] === 0
        ? 0
        : (outputs[step * 2] / scaleOf(sum, counts[s])) ** 2 *
          ((windows.count * shares[s]) / (allShares * counts[s])),
    ),
  );
  return { outputs, weights };
}

/** What output `o` should say of a window: the pair itself, or its change from the newest pair of the history. */
export function targetOf(windows: Windows, window: number, o: number, recipe: SequenceRecipe): number {
  const value = windows.futures[window * recipe.horizon * 2 + o];
  if (recipe.predicts === 'level') return value;
  return value - windows.histories[(window + 1) * recipe.history * 2 - 2 + (o % 2)];
}
