import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign } from '../../../src-core/queue/evaluate/assignment.ts';

/** The least sum over all permutations, by trying them. */
function leastSum(costs: readonly (readonly number[])[]): number {
  const tryRow = (row: number, taken: number): number => {
    if (row === costs.length) return 0;
    let least = Infinity;
    costs[row].forEach((cost, column) => {
      if ((taken & (1 << column)) === 0)
        least = Math.min(least, cost + tryRow(row + 1, taken | (1 << column)));
    });
    return least;
  };
  return tryRow(0, 0);
}

describe('assign', () => {
  it('takes every column once, at the least cost there is', () => {
    const matrix = fc.integer({ min: 1, max: 6 }).chain((size) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: size, maxLength: size }), {
        minLength: size,
        maxLength: size,
      }),
    );
    fc.assert(
      fc.property(matrix, (costs) => {
        const columns = assign(costs.length, (row, column) => costs[row][column]);
        expect([...columns].sort((a, b) => a - b)).toEqual(costs.map((_, i) => i));
        const sum = costs.reduce((acc, row, i) => acc + row[columns[i]], 0);
        expect(sum).toBe(leastSum(costs));
      }),
    );
  });
});
