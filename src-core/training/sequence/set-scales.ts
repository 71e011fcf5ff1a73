import { autoregressionForecaster } from '../baselines/autoregression.ts';
import { FORECAST_STEPS, sumForecastErrors } from './forecast-score.ts';
import type { CurveSet, MixtureRecipe } from './sequence-recipe.ts';
import type { SequenceSong } from './sequence-songs.ts';

/** Mean squares below this are taken for this: a set of constant curves must not weigh without bound. */
const SMALLEST_SQUARE = 1e-12;

/** A set of training songs and its ridge regression. */
export interface RegressedSet {
  readonly curves: CurveSet;
  readonly songs: readonly SequenceSong[];
  /** As `fitAutoregression` gives them. */
  readonly weights: Float64Array;
}

/** How much curves move, and how much each set counts. */
export interface SetScales {
  /** Typical change after each number of steps, in units of the axes; the network answers in these. */
  readonly units: Float64Array;
  readonly sets: ReadonlyMap<CurveSet, SetScale>;
}

export interface SetScale {
  /** Weight of the set; 1 on average over all moments. */
  readonly share: number;
  /** Root mean square error, in `units`, that the set's regression leaves after each number of steps. */
  readonly left: Float64Array;
}

/**
 * Scales of a training set. Sets differ tenfold in how much their curves move and in size: the typical change is the
 * geometric mean of theirs; an error counts by what a regression leaves to be gained, so that smooth curves, of which it
 * leaves little, count as much as restless ones; and a set has a say that grows with its size to the recipe's power.
 */
export function setScales(sets: readonly RegressedSet[], recipe: MixtureRecipe): SetScales {
  const sums = sets.map(({ songs, weights }) => sumForecastErrors(songs, autoregressionForecaster(weights)));
  const rootMeanSquare = (errors: Float64Array, count: Float64Array, ahead: number): number => {
    const [sum, n] = [2 * ahead, 2 * ahead + 1].reduce(([s, c], i) => [s + errors[i], c + count[i]], [0, 0]);
    return Math.sqrt(Math.max(SMALLEST_SQUARE, sum / Math.max(1, n)));
  };
  const units = Float64Array.from({ length: FORECAST_STEPS }, (_, ahead) => {
    const logs = sums.map(({ persistence, count }) => Math.log(rootMeanSquare(persistence, count, ahead)));
    return Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length);
  });
  const sizes = sums.map(({ count }) => Math.max(1, count[0]));
  const says = sizes.map((size) => size ** recipe.sizePower);
  const [allSizes, allSays] = [sizes, says].map((values) => values.reduce((sum, value) => sum + value, 0));
  return {
    units,
    sets: new Map(
      sets.map(({ curves }, i) => [
        curves,
        {
          share: (says[i] / allSays) * (allSizes / sizes[i]),
          left: units.map((unit, ahead) => rootMeanSquare(sums[i].forecast, sums[i].count, ahead) / unit),
        },
      ]),
    ),
  };
}
