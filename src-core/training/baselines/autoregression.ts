import type { Curve } from '../../contract/analysis.ts';
import { FORECAST_STEPS, HISTORY_STEPS, type Forecaster } from '../sequence/forecast-score.ts';
import { cutWindows } from '../sequence/windows.ts';
import { addRidgeRow, applyRidge, createRidgeSums, solveRidge } from './ridge.ts';

const LAMBDA = 1e-2;
const INPUTS = HISTORY_STEPS * 2;
const OUTPUTS = FORECAST_STEPS * 2;

/**
 * Ridge AR(10): a linear forecast of every step ahead from the last ten pairs, as changes from the last value, fitted
 * on `curves`. Both axes see both axes' history.
 */
export function fitAutoregression(curves: readonly Curve[]): Forecaster {
  const windows = cutWindows(curves, HISTORY_STEPS, FORECAST_STEPS);
  const sums = createRidgeSums(INPUTS, OUTPUTS);
  const change = new Float64Array(OUTPUTS);
  for (let i = 0; i < windows.count; i++) {
    const history = windows.histories.subarray(i * INPUTS, (i + 1) * INPUTS);
    for (let o = 0; o < OUTPUTS; o++) {
      change[o] = windows.futures[i * OUTPUTS + o] - history[INPUTS - 2 + (o % 2)];
    }
    addRidgeRow(sums, inputsOf(history), change);
  }
  const weights = solveRidge(sums, LAMBDA);
  return (histories, rows) =>
    forEachRow(histories, rows, (history) => {
      const forecast = applyRidge(weights, inputsOf(history), OUTPUTS);
      return forecast.map((change, o) => change + history[INPUTS - 2 + (o % 2)]);
    });
}

/** "Nothing changes": the last pair, repeated. */
export const persistence: Forecaster = (histories, rows) =>
  forEachRow(histories, rows, (history) =>
    Float64Array.from({ length: OUTPUTS }, (_, o) => history[INPUTS - 2 + (o % 2)]),
  );

function forEachRow(
  histories: Float32Array,
  rows: number,
  forecastOne: (history: Float32Array) => Float64Array,
): Float32Array {
  const forecasts = new Float32Array(rows * OUTPUTS);
  for (let row = 0; row < rows; row++) {
    forecasts.set(forecastOne(histories.subarray(row * INPUTS, (row + 1) * INPUTS)), row * OUTPUTS);
  }
  return forecasts;
}

/** Steps back from the last value, and the last value itself, which lets extremes drift back to the middle. */
function inputsOf(history: Float32Array): Float64Array {
  const inputs = Float64Array.from(history);
  for (let i = 0; i < INPUTS - 2; i++) inputs[i] -= history[INPUTS - 2 + (i % 2)];
  return inputs;
}
