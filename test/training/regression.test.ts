import { describe, expect, it } from 'vitest';
import { regressionMetrics, standardDeviation } from '../../src-core/training/metrics/regression.ts';

describe('regressionMetrics', () => {
  it('agrees with values worked out by hand', () => {
    // truth 1 2 3 4 (mean 2.5, sum of squares 5), predicted 2 2 3 5 (mean 3, sum of squares 6), residuals 1 0 0 1
    const metrics = regressionMetrics([2, 2, 3, 5], [1, 2, 3, 4]);
    expect(metrics.n).toBe(4);
    expect(metrics.r2).toBeCloseTo(1 - 2 / 5, 12);
    expect(metrics.rmse).toBeCloseTo(Math.sqrt(0.5), 12);
    expect(metrics.r).toBeCloseTo(5 / Math.sqrt(5 * 6), 12);
    expect(metrics.ccc).toBeCloseTo((2 * 5) / (5 + 6 + 4 * 0.25), 12);
  });

  it('gives a perfect prediction full marks and a shifted one a lower concordance, not a lower correlation', () => {
    const truth = [-0.5, 0, 0.25, 0.75];
    expect(regressionMetrics(truth, truth)).toMatchObject({ r2: 1, rmse: 0, ccc: 1 });
    const shifted = regressionMetrics(
      truth.map((value) => value + 0.3),
      truth,
    );
    expect(shifted.r).toBeCloseTo(1, 12);
    expect(shifted.ccc).toBeLessThan(0.9);
  });

  it('scores a constant at zero, not at NaN', () => {
    expect(regressionMetrics([2, 2, 2], [1, 2, 3])).toMatchObject({ r2: 0, r: 0, ccc: 0 });
    expect(regressionMetrics([1, 2, 3], [2, 2, 2])).toMatchObject({ r2: 0, r: 0 });
  });

  it('refuses series that do not belong together', () => {
    expect(() => regressionMetrics([1], [1, 2])).toThrow(RangeError);
    expect(() => regressionMetrics([1], [1])).toThrow(RangeError);
  });
});

describe('standardDeviation', () => {
  it('agrees with values worked out by hand', () => {
    expect(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 12);
    expect(standardDeviation([3])).toBe(0);
  });
});
