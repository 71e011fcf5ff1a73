import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smoothCurve } from '../../../src-core/emotion/song/smooth-curve.ts';

const values = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { maxLength: 40 });

describe('smoothing a curve', () => {
  test('spreads a single value over its neighbours in triangular weights', () => {
    const peak = new Float32Array(15);
    peak[7] = 16;
    expect([...smoothCurve(peak, 3)].slice(3, 12)).toEqual([0, 1, 2, 3, 4, 3, 2, 1, 0]);
  });

  test('changes nothing of a level, ends included, nor anything without reach', () => {
    expect([...smoothCurve(new Float32Array(5).fill(0.5), 3)]).toEqual(new Array(5).fill(0.5));
    expect([...smoothCurve(Float32Array.of(1, -1, 1), 0)]).toEqual([1, -1, 1]);
  });

  test('stays within what it was given and is the same from either end', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 6 }), (list, reach) => {
        const curve = Float32Array.from(list);
        const smooth = smoothCurve(curve, reach);
        for (const value of smooth) {
          expect(value).toBeLessThanOrEqual(Math.max(...curve) + 1e-6);
          expect(value).toBeGreaterThanOrEqual(Math.min(...curve) - 1e-6);
        }
        const turned = smoothCurve(curve.toReversed(), reach).toReversed();
        turned.forEach((value, i) => expect(value).toBeCloseTo(smooth[i], 5));
      }),
    );
  });
});
