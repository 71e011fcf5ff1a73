import { HOP_SECONDS, type Curve } from '../../contract/analysis.ts';
import { interleave } from '../../contract/seam.ts';

/** What was forecast at some moments of a curve. */
export interface ForecastsAlong {
  /** `[moments, FORECAST_STEPS, 2]`. */
  readonly values: Float32Array;
  /** Half-widths of the bands that should hold 70% of outcomes, as `values`; null where the forecaster has none. */
  readonly bands: Float32Array | null;
}

/** Forecasts at the moments `[HISTORY_STEPS - 1, length - 1)` of a curve, each from the pairs up to it. */
export type Forecaster = (curve: Curve) => ForecastsAlong;

/** Pairs that lie behind every forecast that is scored: 5 s, what an AR(10) reads. */
export const HISTORY_STEPS = 10;

/** Pairs that a forecast says: 10 s. */
export const FORECAST_STEPS = 20;

/** Numbers of one forecast. */
export const FORECAST_SIZE = FORECAST_STEPS * 2;

/** Steps ahead at which forecasts are reported: 0.5, 1, 2, 5 and 10 s. */
export const REPORTED_STEPS = [1, 2, 4, 10, 20] as const;

export const REPORTED_SECONDS = REPORTED_STEPS.map((steps) => steps * HOP_SECONDS);

/**
 * Squared errors of a forecaster and of persistence ("nothing changes"), summed for every step ahead and axis:
 * `[step, axis]`.
 */
export interface ForecastSums {
  readonly forecast: Float64Array;
  readonly persistence: Float64Array;
  /** Number of values behind each sum. */
  readonly count: Float64Array;
  /** Every error as a multiple of its band, a list for each step ahead and axis; empty lists where there is no band. */
  readonly errorsInBands: readonly number[][];
}

export interface ForecastScore {
  readonly horizonsSeconds: readonly number[];
  /** Mean over both axes. */
  readonly mse: number[];
  readonly persistenceMse: number[];
  /** `1 - mse / persistenceMse`. */
  readonly skill: number[];
}

/**
 * Scores a forecaster at every moment of every curve that has {@link HISTORY_STEPS} pairs up to it. A step ahead counts
 * wherever the curve reaches that far, whether or not it reaches the longest one.
 */
export function sumForecastErrors(curves: readonly Curve[], forecaster: Forecaster): ForecastSums {
  const sums = emptySums();
  for (const curve of curves) {
    const pairs = interleave(curve);
    const length = curve.arousal.length;
    if (length <= HISTORY_STEPS) continue;
    const { values, bands } = forecaster(curve);
    for (let now = HISTORY_STEPS - 1; now < length - 1; now++) {
      const at = (now - HISTORY_STEPS + 1) * FORECAST_SIZE;
      const reach = Math.min(FORECAST_STEPS, length - 1 - now);
      for (let i = 0; i < reach * 2; i++) {
        const truth = pairs[(now + 1) * 2 + i];
        const error = values[at + i] - truth;
        sums.forecast[i] += error ** 2;
        sums.persistence[i] += (pairs[now * 2 + (i % 2)] - truth) ** 2;
        sums.count[i] += 1;
        if (bands !== null) sums.errorsInBands[i].push(Math.abs(error) / bands[at + i]);
      }
    }
  }
  return sums;
}

export function addForecastSums(parts: readonly ForecastSums[]): ForecastSums {
  const total = emptySums();
  for (const part of parts) {
    for (const key of ['forecast', 'persistence', 'count'] as const) {
      part[key].forEach((value, i) => (total[key][i] += value));
    }
    part.errorsInBands.forEach((errors, i) => {
      for (const error of errors) total.errorsInBands[i].push(error);
    });
  }
  return total;
}

/** The reported horizons' errors and skill. */
export function forecastScore(sums: ForecastSums): ForecastScore {
  const meanAt = (errors: Float64Array, steps: number): number => {
    const last = steps * 2;
    return (errors[last - 2] + errors[last - 1]) / (sums.count[last - 2] + sums.count[last - 1]);
  };
  const mse = REPORTED_STEPS.map((steps) => meanAt(sums.forecast, steps));
  const persistenceMse = REPORTED_STEPS.map((steps) => meanAt(sums.persistence, steps));
  return {
    horizonsSeconds: REPORTED_SECONDS,
    mse,
    persistenceMse,
    skill: mse.map((value, i) => 1 - value / persistenceMse[i]),
  };
}

/** Root mean square error of each axis over all steps of a forecast, every step counting the same. */
export function forecastError({ forecast, count }: ForecastSums): { arousal: number; valence: number } {
  const error = (axis: 0 | 1): number => {
    let sum = 0;
    for (let i = axis; i < FORECAST_SIZE; i += 2) sum += forecast[i] / count[i] / FORECAST_STEPS;
    return Math.sqrt(sum);
  };
  return { arousal: error(0), valence: error(1) };
}

function emptySums(): ForecastSums {
  const zeros = (): Float64Array => new Float64Array(FORECAST_SIZE);
  const errorsInBands = Array.from({ length: FORECAST_SIZE }, (): number[] => []);
  return { forecast: zeros(), persistence: zeros(), count: zeros(), errorsInBands };
}
