import { FORECAST_SIZE, REPORTED_STEPS, type ForecastSums } from './forecast-score.ts';

/** Share of outcomes that a band is to hold. */
export const BAND_SHARE = 0.7;

/**
 * What bands must be multiplied with to hold their share of the errors that were made, for every step ahead and axis,
 * `[step, axis]` (split conformal prediction, Papadopoulos et al. 2002). Kinds of curves differ in what they would
 * need; the geometric mean of their factors favours none.
 */
export function bandFactors(sets: readonly ForecastSums[]): Float64Array {
  return Float64Array.from({ length: FORECAST_SIZE }, (_, i) => {
    const logs = sets
      .map(({ errorsInBands }) => quantile(errorsInBands[i], BAND_SHARE))
      .filter((factor) => factor > 0)
      .map(Math.log);
    return logs.length === 0 ? 1 : Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length);
  });
}

/** Share of the errors within their bands at each reported horizon, over both axes. */
export function bandCoverage({ errorsInBands }: ForecastSums, factors: Float64Array): number[] {
  return REPORTED_STEPS.map((steps) => {
    const axes = [2 * steps - 2, 2 * steps - 1];
    const all = axes.reduce((sum, i) => sum + errorsInBands[i].length, 0);
    const inside = axes.reduce(
      (sum, i) => sum + errorsInBands[i].filter((error) => error <= factors[i]).length,
      0,
    );
    return inside / all;
  });
}

function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) return 0;
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}
