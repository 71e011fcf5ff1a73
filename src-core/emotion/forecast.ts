import type { Curve } from '../contract/analysis.ts';
import type { Forecast } from './forecast-types.ts';
import { forecastEnds, forecastEverywhere } from './mixture-forecast.ts';
import type { SequenceModel } from './models.ts';
import { forecastRecursively } from './recursive-forecast.ts';

export type { Forecast } from './forecast-types.ts';

/** What a forecast needs of a sequence model. */
export type ForecastingModel = Pick<SequenceModel, 'network' | 'normalisation'>;

/**
 * Forecasts the `forecastSteps` half seconds after the end of a curve, each within [-1, 1].
 *
 * Any history will do, from one pair on: the model knows where it starts, and of a long one reads the end. NaN marks
 * what is missing.
 * @throws RangeError where no pair of the history is known.
 */
export function forecast(model: ForecastingModel, history: Curve): Forecast {
  return forecastAll(model, [history])[0];
}

/** {@link forecast} for many curves at once. */
export function forecastAll(
  { network, normalisation }: ForecastingModel,
  histories: readonly Curve[],
): Forecast[] {
  return normalisation.kind === 'mixture'
    ? forecastEnds(network, normalisation, histories)
    : forecastRecursively(network, normalisation, histories);
}

/** {@link forecast} at every step of a curve, from the first: what it would have said with the curve up to there. */
export function forecastAlong({ network, normalisation }: ForecastingModel, curve: Curve): Forecast[] {
  if (normalisation.kind === 'mixture') return forecastEverywhere(network, normalisation, curve);
  const upTo = (end: number): Curve => {
    const start = Math.max(0, end - normalisation.history);
    return { arousal: curve.arousal.subarray(start, end), valence: curve.valence.subarray(start, end) };
  };
  const histories = Array.from(curve.arousal, (_, step) => upTo(step + 1));
  return forecastRecursively(network, normalisation, histories);
}
