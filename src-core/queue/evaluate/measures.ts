/** Share of the sum that would have to change hands for all to have the same (Gini 1912): 0 all alike, toward 1 one has all. */
export function gini(counts: readonly number[]): number {
  const sorted = [...counts].sort((a, b) => a - b);
  const total = sum(sorted);
  if (total === 0) return 0;
  const ranked = sorted.reduce((acc, count, i) => acc + (i + 1) * count, 0);
  return (2 * ranked) / (counts.length * total) - (counts.length + 1) / counts.length;
}

/** Third standardised moment; 0 where all are alike. */
export function skewness(values: readonly number[]): number {
  const centre = mean(values);
  const variance = mean(values.map((value) => (value - centre) ** 2));
  if (variance === 0) return 0;
  return mean(values.map((value) => (value - centre) ** 3)) / variance ** 1.5;
}

/** The value below which a share of the values lies, between neighbours in proportion. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}

export function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

/** Standard deviation of a sample; 0 for fewer than two values. */
export function deviation(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const centre = mean(values);
  return Math.sqrt(sum(values.map((value) => (value - centre) ** 2)) / (values.length - 1));
}

function sum(values: readonly number[]): number {
  return values.reduce((acc, value) => acc + value, 0);
}
