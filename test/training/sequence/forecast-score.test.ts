import { describe, expect, it } from 'vitest';
import {
  autoregressionForecaster,
  fitAutoregression,
  persistence,
} from '../../../src-core/training/baselines/autoregression.ts';
import { bandCoverage, bandFactors } from '../../../src-core/training/sequence/forecast-bands.ts';
import {
  addForecastSums,
  FORECAST_SIZE,
  forecastError,
  forecastScore,
  HISTORY_STEPS,
  sumForecastErrors,
  type Forecaster,
} from '../../../src-core/training/sequence/forecast-score.ts';
import { syntheticCurve } from '../synthetic.ts';

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
    const curves = [ramp(HISTORY_STEPS + 5, 0.01), ramp(HISTORY_STEPS, 0.01)];
    const { count } = sumForecastErrors(curves, persistence);
    expect([...count.subarray(0, 12)]).toEqual([5, 5, 4, 4, 3, 3, 2, 2, 1, 1, 0, 0]);
  });

  it('are full marks for a forecaster that knows, and add up over folds', () => {
    const knowing: Forecaster = ({ arousal }) => {
      const values = Float32Array.from(
        { length: (arousal.length - HISTORY_STEPS) * FORECAST_SIZE },
        (_, i) => {
          const now = HISTORY_STEPS - 1 + Math.floor(i / FORECAST_SIZE);
          return i % 2 === 0 ? 0.01 * (now + 1 + ((i % FORECAST_SIZE) >> 1)) : 0;
        },
      );
      return { values, bands: null };
    };
    const sums = sumForecastErrors([ramp(60, 0.01)], knowing);
    forecastScore(addForecastSums([sums, sums])).skill.forEach((skill) => expect(skill).toBeCloseTo(1, 6));
    expect(forecastError(sums).arousal).toBeLessThan(1e-5);
  });
});

describe('bands', () => {
  const banded: Forecaster = (curve) => {
    const { values } = persistence(curve);
    return { values, bands: values.map(() => 0.01) };
  };
  const sumsOf = (seed: number): ReturnType<typeof sumForecastErrors> =>
    sumForecastErrors([syntheticCurve(400, seed)], banded);

  it('hold their share of the errors that their factors were found on, and about that of others', () => {
    const factors = bandFactors([sumsOf(1)]);
    bandCoverage(sumsOf(1), factors).forEach((share) => expect(share).toBeCloseTo(0.7, 1));
    expect(bandCoverage(sumsOf(2), factors)[0]).toBeCloseTo(0.7, 1);
  });

  it('are left as they are where there are none', () => {
    expect(new Set(bandFactors([sumForecastErrors([syntheticCurve(40, 1)], persistence)]))).toEqual(
      new Set([1]),
    );
  });
});

describe('ridge AR(10)', () => {
  it('foresees a straight line where persistence cannot', () => {
    const curves = [-0.02, -0.01, 0.005, 0.01, 0.02].map((slope) => ramp(50, slope));
    const forecaster = autoregressionForecaster(fitAutoregression(curves));
    const score = forecastScore(sumForecastErrors([ramp(50, 0.015)], forecaster));
    score.skill.forEach((skill) => expect(skill).toBeGreaterThan(0.9));
  });

  it('learns near steps from curves that end before the far ones', () => {
    const short = [-0.02, -0.01, 0.01, 0.02].map((slope) => ramp(14, slope));
    const score = forecastScore(
      sumForecastErrors([ramp(50, 0.015)], autoregressionForecaster(fitAutoregression(short))),
    );
    expect(score.skill[1]).toBeGreaterThan(0.7);
    expect(score.skill[4]).toBeCloseTo(0, 6);
  });
});
