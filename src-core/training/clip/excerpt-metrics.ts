import type { Excerpt } from '../data/clips-csv.ts';
import { quadrantMetrics, type QuadrantMetrics } from '../metrics/quadrant.ts';
import { mean, regressionMetrics, standardDeviation, type RegressionMetrics } from '../metrics/regression.ts';
import { APP_SCALE_DATASET } from './app-scale.ts';
import type { TrainingExcerpt } from './training-excerpt.ts';

/** A held-out excerpt and what a model that never heard its artist said of it, on the rating scale. */
export interface HeldOutAnswer {
  readonly excerpt: Excerpt;
  readonly answer: readonly [number, number];
}

/** Metrics of one axis over all held-out answers, and how R2 and RMSE spread from fold to fold. */
export interface AxisRow extends RegressionMetrics {
  readonly r2FoldSd: number;
  readonly rmseFoldSd: number;
}

export interface RatedRow {
  readonly arousal: AxisRow;
  readonly valence: AxisRow;
}

/** Metrics on the rated excerpts of `dataset`, all folds together. @throws {RangeError} where there are fewer than two. */
export function ratedRow(answers: readonly HeldOutAnswer[], dataset: string): RatedRow {
  const rated = answers.filter(({ excerpt }) => excerpt.dataset === dataset && excerpt.rating !== null);
  const folds = [...Map.groupBy(rated, ({ excerpt }) => excerpt.fold).values()].filter(
    (fold) => fold.length > 1,
  );
  const axisRow = (axis: 0 | 1): AxisRow => {
    const perFold = folds.map((fold) => axisMetrics(fold, axis));
    return {
      ...axisMetrics(rated, axis),
      r2FoldSd: standardDeviation(perFold.map((metrics) => metrics.r2)),
      rmseFoldSd: standardDeviation(perFold.map((metrics) => metrics.rmse)),
    };
  };
  return { arousal: axisRow(0), valence: axisRow(1) };
}

/** Half-plane and quadrant accuracy on the excerpts of `dataset` that carry a quadrant; null where there are none. */
export function quadrantRow(
  answers: readonly HeldOutAnswer[],
  dataset: string,
  thresholds: { arousal: number; valence: number },
): QuadrantMetrics | null {
  const placed = answers.flatMap(({ excerpt, answer }) =>
    excerpt.dataset === dataset && excerpt.quadrant !== null
      ? [{ arousal: answer[0], valence: answer[1], quadrant: excerpt.quadrant }]
      : [],
  );
  return placed.length === 0 ? null : quadrantMetrics(placed, thresholds);
}

function axisMetrics(answers: readonly HeldOutAnswer[], axis: 0 | 1): RegressionMetrics {
  return regressionMetrics(
    answers.map(({ answer }) => answer[axis]),
    answers.map(({ excerpt }) => (axis === 0 ? excerpt.rating!.arousal : excerpt.rating!.valence)),
  );
}

/** Where the app's scale is cut in half: the mean rating. */
export function middleOf(excerpts: readonly TrainingExcerpt[]): { arousal: number; valence: number } {
  const ratings = excerpts.flatMap(({ excerpt }) =>
    excerpt.dataset === APP_SCALE_DATASET && excerpt.rating !== null ? [excerpt.rating] : [],
  );
  return {
    arousal: mean(ratings.map((rating) => rating.arousal)),
    valence: mean(ratings.map((rating) => rating.valence)),
  };
}
