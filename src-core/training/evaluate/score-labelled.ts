import type { MoodPoint } from '../../contract/mood.ts';
import type { Excerpt } from '../data/clips-csv.ts';
import { quadrantMetrics } from '../metrics/quadrant.ts';
import { regressionMetrics } from '../metrics/regression.ts';
import type { ClipCard } from '../report/card.ts';
import { APP_SCALE_DATASET } from '../clip/app-scale.ts';
import { fromScale, onScale } from '../song/song-scales.ts';

/** A labelled excerpt and the mean of the curve that the shipped model hears in it, on the app's scale. */
export interface HeardExcerpt {
  readonly excerpt: Excerpt;
  readonly heard: MoodPoint;
}

export interface AxisScore {
  readonly r2: number;
  readonly rmse: number;
  readonly r: number;
  readonly ccc: number;
}

/** How well the model meets one data set's labels; null where the set has none of that kind. */
export interface DatasetScore {
  readonly n: number;
  readonly arousal: AxisScore | null;
  readonly valence: AxisScore | null;
  readonly halfPlaneAccuracy: { readonly arousal: number; readonly valence: number } | null;
  readonly quadrantAccuracy: number | null;
}

/**
 * Scores answers by data set. The model answers on the app's scale; where its card knows the scale of a data set by
 * name, answers are told on that one, as experts use more of the range than crowds do.
 */
export function scoreLabelled(
  answers: readonly HeardExcerpt[],
  { ratingScales, neutral }: Pick<ClipCard, 'ratingScales' | 'neutral'>,
): Record<string, DatasetScore> {
  const bySet = Map.groupBy(answers, ({ excerpt }) => excerpt.dataset);
  const scores = [...bySet].map(([dataset, own]): [string, DatasetScore] => {
    const appScale = ratingScales[APP_SCALE_DATASET];
    const scale = ratingScales[dataset] ?? appScale;
    const rated = own.flatMap(({ excerpt: { rating }, heard }) =>
      rating === null
        ? []
        : [{ rating, said: fromScale(onScale([heard.arousal, heard.valence], appScale), scale) }],
    );
    const axis = (name: 'arousal' | 'valence', index: 0 | 1): AxisScore | null => {
      if (rated.length < 2) return null;
      const { r2, rmse, r, ccc } = regressionMetrics(
        rated.map(({ said }) => said[index]),
        rated.map(({ rating }) => rating[name]),
      );
      return { r2, rmse, r, ccc };
    };
    const placed = own.flatMap(({ excerpt: { quadrant }, heard }) =>
      quadrant === null ? [] : [{ ...heard, quadrant }],
    );
    const quadrants = placed.length === 0 ? null : quadrantMetrics(placed, neutral);
    return [
      dataset,
      {
        n: own.length,
        arousal: axis('arousal', 0),
        valence: axis('valence', 1),
        halfPlaneAccuracy:
          quadrants === null ? null : { arousal: quadrants.arousal, valence: quadrants.valence },
        quadrantAccuracy: quadrants?.quadrant ?? null,
      },
    ];
  });
  return Object.fromEntries(scores);
}
