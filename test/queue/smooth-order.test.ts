import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathCost, smoothOrder } from '../../src-core/queue/smooth-order.ts';

const costsOf = fc.nat(24).chain((count) =>
  fc
    .array(fc.float({ min: 0, max: 2, noNaN: true }), {
      minLength: count * count,
      maxLength: count * count,
    })
    .map((costs) => ({ count, costs: Float32Array.from(costs) })),
);

describe('smoothOrder', () => {
  it('keeps every track once, and is never worse than the order given', () => {
    fc.assert(
      fc.property(costsOf, ({ count, costs }) => {
        const order = smoothOrder(count, costs);
        const given = Array.from({ length: count }, (_, i) => i);
        expect(order.toSorted((a, b) => a - b)).toEqual(given);
        expect(pathCost(order, count, costs)).toBeLessThanOrEqual(pathCost(given, count, costs) + 1e-4);
      }),
    );
  });

  it('is the same for the same costs', () => {
    fc.assert(
      fc.property(costsOf, ({ count, costs }) => {
        expect(smoothOrder(count, costs)).toEqual(smoothOrder(count, costs));
      }),
    );
  });

  it('puts points on a line in their order', () => {
    const at = [3, 0, 4, 1, 7, 2, 6, 5];
    const costs = Float32Array.from(at.flatMap((from) => at.map((to) => Math.abs(to - from))));
    const order = smoothOrder(at.length, costs);
    expect(pathCost(order, at.length, costs)).toBe(7);
  });

  it('finds the shortest way through a few', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true })),
          { minLength: 2, maxLength: 5 },
        ),
        (points) => {
          const count = points.length;
          const costs = Float32Array.from(
            points.flatMap(([a, b]) => points.map(([c, d]) => Math.hypot(a - c, b - d))),
          );
          const best = Math.min(...permutations(count).map((order) => pathCost(order, count, costs)));
          const found = pathCost(smoothOrder(count, costs), count, costs);
          expect(found).toBeLessThanOrEqual(1.35 * best + 1e-5);
        },
      ),
    );
  });
});

function permutations(count: number): number[][] {
  if (count === 0) return [[]];
  return permutations(count - 1).flatMap((order) =>
    Array.from({ length: count }, (_, at) => order.toSpliced(at, 0, count - 1)),
  );
}
