import { describe, expect, it } from 'vitest';
import { deviation, gini, mean, quantile, skewness } from '../../../src-core/queue/evaluate/measures.ts';

describe('measures', () => {
  it('gives the Gini coefficient of even and of wholly uneven shares', () => {
    expect(gini([3, 3, 3, 3])).toBeCloseTo(0, 12);
    expect(gini([0, 0, 0, 8])).toBeCloseTo(0.75, 12);
    expect(gini([1, 3])).toBeCloseTo(0.25, 12);
    expect(gini([0, 0])).toBe(0);
  });

  it('gives the skewness of what is even, and of what one hub dominates', () => {
    expect(skewness([1, 2, 3])).toBeCloseTo(0, 12);
    expect(skewness([5, 5, 5])).toBe(0);
    expect(skewness([0, 0, 0, 4])).toBeCloseTo(1.1547, 4);
  });

  it('gives quantiles between neighbours in proportion', () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([1, 2, 3], 1)).toBe(3);
    expect(quantile([7], 0.95)).toBe(7);
  });

  it('gives mean and deviation of a sample', () => {
    expect(mean([1, 2, 6])).toBe(3);
    expect(deviation([2, 4])).toBeCloseTo(Math.SQRT2, 12);
    expect(deviation([2])).toBe(0);
  });
});
