import { inputWidth, writeSequenceInput } from './sequence-input.ts';
import type { SequenceRecipe } from './sequence-recipe.ts';
import { targetOf, type SequenceScales } from './sequence-scales.ts';
import type { Windows } from './windows.ts';

/** Some windows as the network sees them, row by row. */
export interface SequenceBatch {
  readonly rows: number;
  /** `[rows, history, inputs]`. */
  readonly input: Float32Array;
  /** What to answer, in the units of the output scales, `[rows, outputs]`. */
  readonly targets: Float32Array;
  /** How much each answer's squared error counts, `[rows, outputs]`; 1 on average over the training windows. */
  readonly weights: Float32Array;
}

/** @param sign 1, or -1 to mirror an axis of a window; asked twice a window */
export function gatherBatch(
  windows: Windows,
  rows: Uint32Array,
  recipe: SequenceRecipe,
  scales: SequenceScales,
  sign: () => 1 | -1,
): SequenceBatch {
  const outputs = recipe.horizon * 2;
  const size = recipe.history * inputWidth(recipe.input);
  const input = new Float32Array(rows.length * size);
  const targets = new Float32Array(rows.length * outputs);
  const weights = new Float32Array(rows.length * outputs);
  rows.forEach((window, row) => {
    const signs = [sign(), sign()];
    const history = windows.histories
      .slice(window * recipe.history * 2, (window + 1) * recipe.history * 2)
      .map((value, i) => value * signs[i % 2]);
    writeSequenceInput(history, recipe.input, input, row * size);
    for (let o = 0; o < outputs; o++) {
      const at = row * outputs + o;
      targets[at] = (targetOf(windows, window, o, recipe) * signs[o % 2]) / scales.outputs[o];
      weights[at] = scales.weights[windows.sets[window]][o >> 1];
    }
  });
  return { rows: rows.length, input, targets, weights };
}

/** Half the weighted mean squared error. */
export function batchLoss(outputs: Float32Array, { targets, weights }: SequenceBatch): number {
  let sum = 0;
  for (let i = 0; i < outputs.length; i++) sum += weights[i] * (outputs[i] - targets[i]) ** 2;
  return sum / (2 * outputs.length);
}

/** Its derivative by the outputs. */
export function batchGradient(outputs: Float32Array, { targets, weights }: SequenceBatch): Float32Array {
  return outputs.map((value, i) => (weights[i] * (value - targets[i])) / outputs.length);
}
