/** How well predictions meet the truth, on one axis. */
export interface RegressionMetrics {
  readonly n: number;
  /** Coefficient of determination against the truth's own mean; 0 is a constant, below 0 is worse than that. */
  readonly r2: number;
  readonly rmse: number;
  /** Pearson's correlation; 0 where either side is constant. */
  readonly r: number;
  /** Lin's concordance correlation coefficient (1989); 0 where both sides are constant. */
  readonly ccc: number;
}

/**
 * @param predicted,truth equally long, at least two values
 */
export function regressionMetrics(predicted: ArrayLike<number>, truth: ArrayLike<number>): RegressionMetrics {
  const n = truth.length;
  if (predicted.length !== n || n < 2) {
    throw new RangeError(`Metrics need two equally long series, not ${predicted.length} and ${n} values.`);
  }
  const meanPredicted = mean(predicted);
  const meanTruth = mean(truth);
  let residual = 0;
  let spreadTruth = 0;
  let spreadPredicted = 0;
  let product = 0;
  for (let i = 0; i < n; i++) {
    const p = predicted[i] - meanPredicted;
    const t = truth[i] - meanTruth;
    residual += (predicted[i] - truth[i]) ** 2;
    spreadTruth += t * t;
    spreadPredicted += p * p;
    product += p * t;
  }
  const concordance = spreadTruth + spreadPredicted + n * (meanPredicted - meanTruth) ** 2;
  return {
    n,
    r2: spreadTruth === 0 ? 0 : 1 - residual / spreadTruth,
    rmse: Math.sqrt(residual / n),
    r: spreadTruth === 0 || spreadPredicted === 0 ? 0 : product / Math.sqrt(spreadTruth * spreadPredicted),
    ccc: concordance === 0 ? 0 : (2 * product) / concordance,
  };
}

export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}

/** Sample standard deviation (n - 1); 0 for a single value. */
export function standardDeviation(values: ArrayLike<number>): number {
  if (values.length < 2) return 0;
  const centre = mean(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] - centre) ** 2;
  return Math.sqrt(sum / (values.length - 1));
}
