import type { Curve } from '../../contract/analysis.ts';
import { interleave } from '../../contract/seam.ts';
import { autoregress, autoregressionInput } from '../../emotion/autoregress.ts';
import { FORECAST_SIZE, FORECAST_STEPS, HISTORY_STEPS, type Forecaster } from '../sequence/forecast-score.ts';
import { addRidgeRow, createRidgeSums, solveRidge, type RidgeSums } from './ridge.ts';

const LAMBDA = 1e-2;

/**
 * Ridge AR: a linear forecast of every step ahead from the last `lags` pairs, as changes from the last value, fitted
 * on all moments of `curves` that have `lags` pairs up to them and reach as far ahead. Both axes see both axes' history.
 * @returns weights `[2 lags, FORECAST_SIZE]`, inputs as {@link autoregressionInput}
 */
export function fitAutoregression(curves: readonly Curve[], lags = HISTORY_STEPS): Float64Array {
  const inputs = 2 * lags;
  // One sum for each reach; moments that reach far count for all nearer steps too.
  const byReach = Array.from({ length: FORECAST_STEPS + 1 }, () => createRidgeSums(inputs, FORECAST_SIZE));
  for (const curve of curves) {
    const pairs = interleave(curve);
    const steps = curve.arousal.length;
    for (let step = lags - 1; step < steps - 1; step++) {
      const reach = Math.min(FORECAST_STEPS, steps - 1 - step);
      const at = { first: 0, step };
      const x = Float64Array.from({ length: inputs }, (_, i) => autoregressionInput(pairs, at, lags, i));
      const changes = Float64Array.from({ length: FORECAST_SIZE }, (_, o) =>
        o < 2 * reach ? pairs[2 * (step + 1) + o] - pairs[2 * step + (o % 2)] : 0,
      );
      addRidgeRow(byReach[reach], x, changes);
    }
  }
  const weights = new Float64Array(inputs * FORECAST_SIZE);
  const total = createRidgeSums(inputs, FORECAST_SIZE);
  for (let reach = FORECAST_STEPS; reach > 0; reach--) {
    add(total, byReach[reach]);
    const solved = solveRidge(total, LAMBDA);
    for (let i = 0; i < inputs; i++) {
      for (const o of [2 * reach - 2, 2 * reach - 1])
        weights[i * FORECAST_SIZE + o] = solved[i * FORECAST_SIZE + o];
    }
  }
  return weights;
}

/** Forecasts by the weights of {@link fitAutoregression}. */
export function autoregressionForecaster(weights: Float64Array): Forecaster {
  return everywhere((pairs, step, values, at) => {
    autoregress(pairs, { first: 0, step }, weights, values, at, FORECAST_SIZE);
    for (let o = 0; o < FORECAST_SIZE; o++) values[at + o] += pairs[2 * step + (o % 2)];
  });
}

/** "Nothing changes": the last pair, repeated. */
export const persistence: Forecaster = everywhere((pairs, step, values, at) => {
  for (let o = 0; o < FORECAST_SIZE; o++) values[at + o] = pairs[2 * step + (o % 2)];
});

function everywhere(
  forecastAt: (pairs: Float32Array, step: number, values: Float32Array, at: number) => void,
): Forecaster {
  return (curve) => {
    const pairs = interleave(curve);
    const moments = Math.max(0, curve.arousal.length - HISTORY_STEPS);
    const values = new Float32Array(moments * FORECAST_SIZE);
    for (let moment = 0; moment < moments; moment++) {
      forecastAt(pairs, moment + HISTORY_STEPS - 1, values, moment * FORECAST_SIZE);
    }
    return { values, bands: null };
  };
}

function add(total: RidgeSums, part: RidgeSums): void {
  part.gram.forEach((value, i) => (total.gram[i] += value));
  part.cross.forEach((value, i) => (total.cross[i] += value));
}
