import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitAutoregression, persistence } from '../../src-core/training/baselines/autoregression.ts';
import {
  addForecastSums,
  forecastScore,
  forecastSpread,
  HISTORY_STEPS,
  sumForecastErrors,
} from '../../src-core/training/sequence/forecast-score.ts';
import { cutWindows } from '../../src-core/training/sequence/windows.ts';
import { syntheticCurve } from './synthetic.ts';

function ramp(length: number, slope: number): { arousal: Float32Array; valence: Float32Array } {
  return {
    arousal: Float32Array.from({ length }, (_, i) => slope * i),
    valence: new Float32Array(length),
  };
}

describe('forecast scores', () => {
  it('agree with values worked out by hand on a ramp', () => {
    // Arousal rises by 0.01 a step and valence rests: persistence is off by 0.01 h in one of two axes.
    const score = forecastScore(sumForecastErrors([ramp(40, 0.01)], persistence));
    const expected = [1, 2, 4, 10, 20].map((steps) => (0.01 * steps) ** 2 / 2);
    score.mse.forEach((mse, i) => expect(mse).toBeCloseTo(expected[i], 7));
    score.skill.forEach((skill) => expect(skill).toBe(0));
    expect(score.horizonsSeconds).toEqual([0.5, 1, 2, 5, 10]);
  });

  it('count every moment that reaches far enough, and no other', () => {
    const { count } = sumForecastErrors(
      [ramp(HISTORY_STEPS + 5, 0.01), ramp(HISTORY_STEPS, 0.01)],
      persistence,
    );
    expect([...count.subarray(0, 12)]).toEqual([5, 5, 4, 4, 3, 3, 2, 2, 1, 1, 0, 0]);
  });

  it('are full marks for a forecaster that knows, and add up over folds', () => {
    const curve = ramp(60, 0.01);
    const knowing = (histories: Float32Array, rows: number): Float32Array =>
      Float32Array.from({ length: rows * 40 }, (_, i) => {
        const row = Math.floor(i / 40);
        return i % 2 === 0 ? histories[row * 20 + 18] + 0.01 * (Math.floor((i % 40) / 2) + 1) : 0;
      });
    const sums = sumForecastErrors([curve], knowing);
    forecastScore(addForecastSums([sums, sums])).skill.forEach((skill) => expect(skill).toBeCloseTo(1, 6));
    expect(forecastSpread(sums).arousal[19]).toBeLessThan(1e-5);
  });
});

describe('ridge AR(10)', () => {
  it('foresees a straight line where persistence cannot', () => {
    const curves = [-0.02, -0.01, 0.005, 0.01, 0.02].map((slope) => ramp(50, slope));
    const score = forecastScore(sumForecastErrors([ramp(50, 0.015)], fitAutoregression(curves)));
    score.skill.forEach((skill) => expect(skill).toBeGreaterThan(0.9));
  });
});

describe('cutWindows', () => {
  it('cuts every window, and each future follows its history', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 4 }),
        fc.integer({ min: 1, max: 10 }),
        (lengths, future) => {
          const curves = lengths.map((length, seed) => syntheticCurve(length, seed));
          const windows = cutWindows(curves, 4, future);
          expect(windows.count).toBe(
            lengths.reduce((sum, length) => sum + Math.max(0, length - 4 - future + 1), 0),
          );
          let window = 0;
          for (const { arousal } of curves) {
            for (let start = 0; start + 4 + future <= arousal.length; start++, window++) {
              expect(windows.histories[window * 8 + 6]).toBe(arousal[start + 3]);
              expect(windows.futures[window * future * 2]).toBe(arousal[start + 4]);
            }
          }
        },
      ),
    );
  });
});
