import { HOP_SECONDS, type Curve } from '../../contract/analysis.ts';

/**
 * Continues curves.
 * @param histories the last pairs of each, `[rows, HISTORY_STEPS, 2]`, oldest first
 * @returns the next pairs of each, `[rows, FORECAST_STEPS, 2]`
 */
export type Forecaster = (histories: Float32Array, rows: number) => Float32Array;

/** Pairs that a forecast sees: 5 s. */
export const HISTORY_STEPS = 10;

/** Pairs that a forecast says: 10 s. */
export const FORECAST_STEPS = 20;

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
 * Scores a forecaster at every moment of every curve that has a full history. A step ahead counts wherever the curve
 * reaches that far, whether or not it reaches the longest one.
 */
export function sumForecastErrors(curves: readonly Curve[], forecaster: Forecaster): ForecastSums {
  const sums = emptySums();
  for (const curve of curves) {
    const pairs = interleave(curve);
    const length = curve.arousal.length;
    const rows = Math.max(0, length - HISTORY_STEPS);
    if (rows === 0) continue;
    const forecasts = forecaster(allHistories(pairs, rows), rows);
    for (let row = 0; row < rows; row++) {
      const now = row + HISTORY_STEPS - 1;
      const forecast = forecasts.subarray(row * FORECAST_STEPS * 2);
      const reach = Math.min(FORECAST_STEPS, length - 1 - now);
      for (let i = 0; i < reach * 2; i++) {
        const truth = pairs[(now + 1) * 2 + i];
        sums.forecast[i] += (forecast[i] - truth) ** 2;
        sums.persistence[i] += (pairs[now * 2 + (i % 2)] - truth) ** 2;
        sums.count[i] += 1;
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

/** Root mean square error of every step ahead, one list an axis. */
export function forecastSpread(sums: ForecastSums): { arousal: number[]; valence: number[] } {
  const spread = (axis: 0 | 1): number[] =>
    Array.from({ length: FORECAST_STEPS }, (_, step) =>
      Math.sqrt(sums.forecast[step * 2 + axis] / sums.count[step * 2 + axis]),
    );
  return { arousal: spread(0), valence: spread(1) };
}

/** The mean of several forecasters' answers. */
export function averageForecasters(members: readonly Forecaster[]): Forecaster {
  return (histories, rows) => {
    const mean = new Float32Array(rows * FORECAST_STEPS * 2);
    for (const member of members) {
      const forecast = member(histories, rows);
      for (let i = 0; i < mean.length; i++) mean[i] += forecast[i] / members.length;
    }
    return mean;
  };
}

/** `[arousal, valence]` pairs of a curve, one after another. */
export function interleave(curve: Curve): Float32Array {
  const pairs = new Float32Array(curve.arousal.length * 2);
  for (let i = 0; i < curve.arousal.length; i++) {
    pairs[i * 2] = curve.arousal[i]!;
    pairs[i * 2 + 1] = curve.valence[i]!;
  }
  return pairs;
}

function allHistories(pairs: Float32Array, rows: number): Float32Array {
  const histories = new Float32Array(rows * HISTORY_STEPS * 2);
  for (let row = 0; row < rows; row++) {
    histories.set(pairs.subarray(row * 2, (row + HISTORY_STEPS) * 2), row * HISTORY_STEPS * 2);
  }
  return histories;
}

function emptySums(): ForecastSums {
  const zeros = (): Float64Array => new Float64Array(FORECAST_STEPS * 2);
  return { forecast: zeros(), persistence: zeros(), count: zeros() };
}
