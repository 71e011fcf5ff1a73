import type { FittedSequenceNetwork } from './fit-sequence.ts';
import { FORECAST_STEPS, HISTORY_STEPS, type Forecaster } from './forecast-score.ts';
import { inputWidth, writeSequenceInput } from './sequence-input.ts';
import type { SequenceRecipe } from './sequence-recipe.ts';

/**
 * A trained network as a forecaster; one that gives fewer steps than a forecast holds is applied to its own answers.
 * @throws {RangeError} where the recipe reads another number of steps than a forecaster is given.
 */
export function networkForecaster(fitted: FittedSequenceNetwork, recipe: SequenceRecipe): Forecaster {
  if (recipe.history !== HISTORY_STEPS) throw new RangeError(`A forecaster is given ${HISTORY_STEPS} steps.`);
  const width = inputWidth(recipe.input);
  const size = recipe.history * 2;
  return (histories, rows) => {
    // Each row's path grows from its history to history and forecast.
    const span = size + FORECAST_STEPS * 2;
    const paths = new Float32Array(rows * span);
    for (let row = 0; row < rows; row++) {
      paths.set(histories.subarray(row * size, (row + 1) * size), row * span);
    }
    const input = new Float32Array(rows * recipe.history * width);
    for (let done = 0; done < FORECAST_STEPS; done += recipe.horizon) {
      for (let row = 0; row < rows; row++) {
        const start = row * span + done * 2;
        writeSequenceInput(
          paths.subarray(start, start + size),
          recipe.input,
          input,
          row * recipe.history * width,
        );
      }
      const outputs = fitted.network.predict(input, rows);
      const given = Math.min(recipe.horizon, FORECAST_STEPS - done) * 2;
      for (let row = 0; row < rows; row++) {
        const next = row * span + done * 2 + size;
        for (let o = 0; o < given; o++) {
          const from = recipe.predicts === 'change' ? paths[next - 2 + (o % 2)] : 0;
          paths[next + o] = from + outputs[row * recipe.horizon * 2 + o] * fitted.scales.outputs[o];
        }
      }
    }
    const forecasts = new Float32Array(rows * FORECAST_STEPS * 2);
    for (let row = 0; row < rows; row++) {
      forecasts.set(paths.subarray(row * span + size, (row + 1) * span), row * FORECAST_STEPS * 2);
    }
    return forecasts;
  };
}
