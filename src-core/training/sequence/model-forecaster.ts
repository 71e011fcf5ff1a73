import { forecastAlong, type ForecastingModel } from '../../emotion/forecast.ts';
import { FORECAST_SIZE, FORECAST_STEPS, HISTORY_STEPS, type Forecaster } from './forecast-score.ts';

/**
 * A sequence model as a forecaster, through the same code as in the app.
 * @throws {RangeError} where its forecasts are not of {@link FORECAST_STEPS} steps.
 */
export function modelForecaster(model: ForecastingModel): Forecaster {
  if (model.normalisation.forecastSteps !== FORECAST_STEPS) {
    throw new RangeError(`Forecasts of ${FORECAST_STEPS} steps are scored.`);
  }
  return (curve) => {
    const forecasts = forecastAlong(model, curve).slice(HISTORY_STEPS - 1, -1);
    const values = new Float32Array(forecasts.length * FORECAST_SIZE);
    const bands = new Float32Array(values.length);
    forecasts.forEach(({ arousal, valence, spread }, moment) => {
      for (let i = 0; i < FORECAST_SIZE; i++) {
        const [said, band] = i % 2 === 0 ? [arousal, spread?.arousal] : [valence, spread?.valence];
        values[moment * FORECAST_SIZE + i] = said[i >> 1];
        bands[moment * FORECAST_SIZE + i] = band?.[i >> 1] ?? 0;
      }
    });
    return { values, bands: model.normalisation.kind === 'mixture' ? bands : null };
  };
}
