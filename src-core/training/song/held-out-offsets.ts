import { APP_SCALE_DATASET } from '../clip/app-scale.ts';
import type { Scale } from '../clip/training-excerpt.ts';
import { mean } from '../metrics/regression.ts';
import type { HeldOutError } from './uncertainty.ts';

export type Offsets = ReadonlyMap<string, readonly [number, number]>;

/**
 * How much too high answers to each data set are on average, on the app's scale. A set that is told on a scale of its own
 * has its own habits, such as excerpts of six seconds, at whose start the networks know little; the app's set is the scale
 * itself and keeps its answers.
 * @param but the fold to leave out, so that an offset never saw what it is judged on
 */
export function heldOutOffsets(errors: readonly HeldOutError[], but: number | null = null): Offsets {
  const others = errors.filter(({ dataset, fold }) => dataset !== APP_SCALE_DATASET && fold !== but);
  return new Map(
    [...Map.groupBy(others, ({ dataset }) => dataset)].map(([dataset, own]) => [
      dataset,
      [mean(own.map(({ arousal }) => arousal.error)), mean(own.map(({ valence }) => valence.error))] as const,
    ]),
  );
}

/** A data set's scale on which answers are told lower by an offset on the app's scale. */
export function lowered(scale: Scale, offset: readonly [number, number] | undefined, app: Scale): Scale {
  if (offset === undefined) return scale;
  const shift = (axis: 0 | 1): number =>
    (offset[axis] * scale.standardDeviation[axis]) / app.standardDeviation[axis];
  return { ...scale, mean: [scale.mean[0] - shift(0), scale.mean[1] - shift(1)] };
}

/** Errors as they are once each fold's answers are told lower by the offsets of the others. */
export function settledErrors(errors: readonly HeldOutError[]): HeldOutError[] {
  return errors.map((item) => {
    const [arousal, valence] = heldOutOffsets(errors, item.fold).get(item.dataset) ?? [0, 0];
    return {
      ...item,
      arousal: { ...item.arousal, error: item.arousal.error - arousal },
      valence: { ...item.valence, error: item.valence.error - valence },
    };
  });
}
