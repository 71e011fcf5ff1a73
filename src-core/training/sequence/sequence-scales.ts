import type { SequenceRecipe } from './sequence-recipe.ts';
import type { Windows } from './windows.ts';

/**
 * How much each output moves in the training windows: root mean square change from the last pair (or spread of the
 * level) per step ahead, shared by both axes. The network answers in these units, so that near and far steps weigh
 * alike in its loss.
 * @returns one number per output, `[step, axis]`
 */
export function outputScales(windows: Windows, recipe: SequenceRecipe): Float32Array {
  const { horizon } = recipe;
  const squares = new Float64Array(horizon);
  for (let window = 0; window < windows.count; window++) {
    for (let o = 0; o < horizon * 2; o++) {
      const target = targetOf(windows, window, o, recipe);
      squares[o >> 1] += target * target;
    }
  }
  return Float32Array.from({ length: horizon * 2 }, (_, o) =>
    Math.max(1e-6, Math.sqrt(squares[o >> 1] / (2 * windows.count))),
  );
}

/** What output `o` should say of a window: the pair itself, or its change from the newest pair of the history. */
export function targetOf(windows: Windows, window: number, o: number, recipe: SequenceRecipe): number {
  const value = windows.futures[window * recipe.horizon * 2 + o];
  if (recipe.predicts === 'level') return value;
  return value - windows.histories[(window + 1) * recipe.history * 2 - 2 + (o % 2)];
}
