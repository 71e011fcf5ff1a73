import type { CurveReading } from './curve-reading.ts';
import type { MixtureNormalisation } from './model-files/normalisation-types.ts';

type InputShape = Pick<MixtureNormalisation, 'inputOffsets' | 'inputScale'>;

/** Numbers a step. */
export function mixtureInputs({ inputOffsets }: Pick<InputShape, 'inputOffsets'>): number {
  return 2 * inputOffsets + 4;
}

/** Steps after which a history counts as long. */
const LONG_HISTORY_STEPS = 10;

/**
 * Writes the steps `[start, end)` of a curve as a network that forecasts by mixture reads them. Each step tells the
 * offsets of the pairs before it from its own (the newest first; before the start, the first pair stands in), its own
 * pair, whether that was known, and how long the history is, from 0 to 1 at ten steps.
 * @param target `[end - start, mixtureInputs]` from `targetOffset` on
 */
export function writeMixtureInput(
  { pairs, known }: CurveReading,
  start: number,
  end: number,
  { inputOffsets, inputScale }: InputShape,
  target: Float32Array,
  targetOffset: number,
): void {
  let at = targetOffset;
  for (let step = start; step < end; step++) {
    for (let back = 1; back <= inputOffsets; back++) {
      const earlier = Math.max(start, step - back);
      target[at++] = (pairs[2 * earlier] - pairs[2 * step]) / inputScale;
      target[at++] = (pairs[2 * earlier + 1] - pairs[2 * step + 1]) / inputScale;
    }
    target[at++] = pairs[2 * step];
    target[at++] = pairs[2 * step + 1];
    target[at++] = known[step];
    target[at++] = Math.min(step - start, LONG_HISTORY_STEPS) / LONG_HISTORY_STEPS;
  }
}
