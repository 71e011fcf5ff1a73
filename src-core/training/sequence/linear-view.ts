import type { DenseParameters } from '../../emotion/kernel/trainer-types.ts';
import { softmax } from '../../emotion/softmax.ts';
import { FORECAST_SIZE } from './forecast-score.ts';

/** How many numbers the parts of a mixture have at each step. */
export interface MixtureSizes {
  /** Units of the last LSTM layer. */
  readonly width: number;
  readonly lags: number;
  /** Autoregressions. */
  readonly mixed: number;
}

/** Forecasts as a linear function: of the LSTM's states, and of the autoregressions' inputs times their weights. */
export interface LinearView {
  readonly width: number;
  /** What is forecast, in the scales' units, `[steps, FORECAST_SIZE]`. */
  readonly said: Float32Array;
  /** The inputs at a step, `width` numbers; the array is used again by the next call. */
  readonly inputsAt: (step: number) => Float64Array;
}

/** What the parts of a mixture gave for the steps of a batch. */
export interface MixtureParts {
  /** `[steps, width]` */
  readonly states: Float32Array;
  /** `[steps, 2 * FORECAST_SIZE + mixed]` */
  readonly answered: Float32Array;
  /** `[steps, mixed, FORECAST_SIZE]` */
  readonly regressed: Float32Array;
  /** `[steps, 2 * lags]` */
  readonly linearInput: Float32Array;
}

export function linearView(steps: number, sizes: MixtureSizes, parts: MixtureParts): LinearView {
  const { width, lags, mixed } = sizes;
  const { states, answered, regressed, linearInput } = parts;
  const answers = 2 * FORECAST_SIZE + mixed;
  const said = new Float32Array(steps * FORECAST_SIZE);
  const shares = new Float64Array(steps * mixed);
  for (let step = 0; step < steps; step++) {
    shares.set(softmax(answered, step * answers + 2 * FORECAST_SIZE, mixed), step * mixed);
    for (let o = 0; o < FORECAST_SIZE; o++) {
      let sum = answered[step * answers + o];
      for (let k = 0; k < mixed; k++) {
        sum += shares[step * mixed + k] * regressed[(step * mixed + k) * FORECAST_SIZE + o];
      }
      said[step * FORECAST_SIZE + o] = sum;
    }
  }
  const row = new Float64Array(width + 1 + mixed * (2 * lags + 1));
  const inputsAt = (step: number): Float64Array => {
    for (let unit = 0; unit < width; unit++) row[unit] = states[step * width + unit];
    row[width] = 1;
    for (let k = 0, at = width + 1; k < mixed; k++) {
      const share = shares[step * mixed + k];
      for (let i = 0; i < 2 * lags; i++) row[at++] = share * linearInput[step * 2 * lags + i];
      row[at++] = share;
    }
    return row;
  };
  return { width: row.length, said, inputsAt };
}

/**
 * Adds to the weights of the inputs of a {@link LinearView}; both are changed in place.
 * @param change `[width of the view, FORECAST_SIZE]`
 */
export function moveLinear(
  change: Float64Array,
  { width, lags, mixed }: MixtureSizes,
  { head, linear }: { readonly head: DenseParameters; readonly linear: DenseParameters },
): void {
  const answers = head.bias.length;
  const linearOutputs = linear.bias.length;
  for (let o = 0; o < FORECAST_SIZE; o++) {
    for (let unit = 0; unit < width; unit++)
      head.kernel[unit * answers + o] += change[unit * FORECAST_SIZE + o];
    head.bias[o] += change[width * FORECAST_SIZE + o];
    for (let k = 0, at = width + 1; k < mixed; k++) {
      const to = k * FORECAST_SIZE + o;
      for (let i = 0; i < 2 * lags; i++) {
        linear.kernel[i * linearOutputs + to] += change[at++ * FORECAST_SIZE + o];
      }
      linear.bias[to] += change[at++ * FORECAST_SIZE + o];
    }
  }
}
