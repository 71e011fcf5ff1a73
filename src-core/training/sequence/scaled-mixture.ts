import type { DenseParameters } from '../../emotion/kernel/trainer-types.ts';
import type { Autoregression } from '../../emotion/model-files/normalisation-types.ts';
import { FORECAST_SIZE } from './forecast-score.ts';
import { linearScale } from './mixture-batch.ts';
import type { SetScales } from './set-scales.ts';

type Units = SetScales['units'];

const unitOf = (units: Units, output: number): number => units[(output % FORECAST_SIZE) >> 1];

/**
 * Autoregressions as a dense layer under training has them, beside each other: the inverse of {@link scaledRegression}.
 * @param regressions each `[2 * lags, FORECAST_SIZE]`, in units of the axes
 */
export function linearKernel(regressions: readonly Float64Array[], lags: number, units: Units): Float32Array {
  const outputs = FORECAST_SIZE * regressions.length;
  return Float32Array.from({ length: 2 * lags * outputs }, (_, at) => {
    const input = Math.floor(at / outputs);
    const output = at % outputs;
    const own = input * FORECAST_SIZE + (output % FORECAST_SIZE);
    const scale = linearScale(input, lags) * unitOf(units, output);
    return regressions[Math.floor(output / FORECAST_SIZE)][own] / scale;
  });
}

/** The `k`-th of the autoregressions in a dense layer, as it is shipped: in units of the axes. */
export function scaledRegression(
  { kernel, bias }: DenseParameters,
  k: number,
  units: Units,
): Pick<Autoregression, 'weights' | 'bias'> {
  const outputs = bias.length;
  const inputs = kernel.length / outputs;
  const own = k * FORECAST_SIZE;
  return {
    weights: Array.from({ length: inputs * FORECAST_SIZE }, (_, at) => {
      const input = Math.floor(at / FORECAST_SIZE);
      const output = at % FORECAST_SIZE;
      const scale = linearScale(input, inputs / 2) * unitOf(units, output);
      return shortNumber(kernel[input * outputs + own + output] * scale);
    }),
    bias: Array.from({ length: FORECAST_SIZE }, (_, output) =>
      shortNumber(bias[own + output] * unitOf(units, output)),
    ),
  };
}

/**
 * The head as it is shipped: corrections times their units, half-widths as well (they are logarithms: a sum), logits as
 * they are.
 */
export function scaledAnswers({ kernel, bias }: DenseParameters, units: Units): DenseParameters {
  const answers = bias.length;
  return {
    kernel: kernel.map((value, at) =>
      at % answers < FORECAST_SIZE ? value * unitOf(units, at % answers) : value,
    ),
    bias: bias.map((value, output) => {
      if (output < FORECAST_SIZE) return value * unitOf(units, output);
      return output < 2 * FORECAST_SIZE ? value + Math.log(unitOf(units, output)) : value;
    }),
  };
}

/** As many digits as a float32 tells apart. */
function shortNumber(value: number): number {
  return Number(value.toPrecision(7));
}
