import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  addRidgeRow,
  applyRidge,
  createRidgeSums,
  solveRidge,
} from '../../src-core/training/baselines/ridge.ts';

it('agrees with a value worked out by hand', () => {
  // x = 1, 2, 3; y = 2, 4, 7; lambda 1: w = (2 + 8 + 21) / (1 + 4 + 9 + 1)
  const sums = createRidgeSums(1, 1);
  addRidgeRow(sums, [1], [2]);
  addRidgeRow(sums, [2], [4]);
  addRidgeRow(sums, [3], [7]);
  expect(solveRidge(sums, 1)[0]).toBeCloseTo(31 / 15, 12);
});

it('finds a linear rule again', () => {
  const numbers = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(numbers, (rule) => {
      const sums = createRidgeSums(3, 2);
      const weights = Float64Array.from(rule);
      for (let i = 0; i < 30; i++) {
        const x = [Math.sin(i), Math.cos(2 * i), Math.sin(3 * i + 1)];
        addRidgeRow(sums, x, applyRidge(weights, x, 2));
      }
      solveRidge(sums, 1e-9).forEach((value, i) => expect(value).toBeCloseTo(rule[i], 5));
    }),
  );
});

it('says so where the inputs do not determine an answer', () => {
  const sums = createRidgeSums(2, 1);
  addRidgeRow(sums, [1, 1], [1]);
  expect(() => solveRidge(sums, 0)).toThrow(/linearly dependent/);
});
