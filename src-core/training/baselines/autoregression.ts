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
  return (history) => {
    const forecast = applyRidge(weights, inputsOf(history), OUTPUTS);
    for (let o = 0; o < OUTPUTS; o++) forecast[o] += history[INPUTS - 2 + (o % 2)];
    return forecast;
  };
}

/** "Nothing changes": the last pair, repeated. */
export const persistence: Forecaster = (history) =>
  Float32Array.from({ length: OUTPUTS }, (_, o) => history[history.length - 2 + (o % 2)]);

/** Steps back from the last value, and the last value itself, which lets extremes drift back to the middle. */
function inputsOf(history: Float32Array): Float64Array {
  const inputs = Float64Array.from(history);
  for (let i = 0; i < INPUTS - 2; i++) inputs[i] -= history[INPUTS - 2 + (i % 2)];
  return inputs;
}
