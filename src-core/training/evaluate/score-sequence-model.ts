import type { Curve } from '../../contract/analysis.ts';
import { SegueError } from '../../contract/errors.ts';
import type { ForecastingModel } from '../../emotion/forecast.ts';
import {
  forecastScore,
  HISTORY_STEPS,
  FORECAST_STEPS,
  sumForecastErrors,
  type ForecastScore,
} from '../sequence/forecast-score.ts';
import { modelForecaster } from '../sequence/model-forecaster.ts';

/**
 * Scores a model on curves: at every moment with ten pairs up to it, each horizon wherever the curve reaches that far,
 * mean over both axes.
 * @param path where the curves are from, for the error
 * @throws {SegueError} `usage` where no curve is long enough for every horizon.
 */
export function scoreSequenceModel(
  model: ForecastingModel,
  curves: readonly Curve[],
  path: string,
): ForecastScore {
  if (!curves.some(({ arousal }) => arousal.length >= HISTORY_STEPS + FORECAST_STEPS)) {
    const least = HISTORY_STEPS + FORECAST_STEPS;
    throw new SegueError(
      'usage',
      `No song in ${path} has ${least} values (15 s), the least that can be scored.`,
      {
        path,
      },
    );
  }
  return forecastScore(sumForecastErrors(curves, modelForecaster(model)));
}
