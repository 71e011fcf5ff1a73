import { expect, it } from 'vitest';
import { createRandom } from '../../../src-core/training/run/random.ts';
import { FORECAST_SIZE } from '../../../src-core/training/sequence/forecast-score.ts';
import { mixtureLoss } from '../../../src-core/training/sequence/mixture-loss.ts';

const STEPS = 2;
const MIXED = 3;
const STEP_SIZE = 1e-2;

const random = createRandom(1, 'mixture loss');
const draw = (length: number): Float32Array => Float32Array.from({ length }, () => random.normal());
const answers = draw(STEPS * (2 * FORECAST_SIZE + MIXED));
const linear = draw(STEPS * MIXED * FORECAST_SIZE);
const targets = draw(STEPS * FORECAST_SIZE);
/** The second step's song ends after seven pairs. */
const reached = targets.map((_, i) => (i < FORECAST_SIZE + 14 ? 1.5 : 0));
const squares = { targets, weights: reached, bandWeights: reached.map(() => 0) };

/** dLoss/dValues by central differences. */
function numericGradient(values: Float32Array, lossOf: () => number): number[] {
  return Array.from(values, (value, i) => {
    values[i] = value + STEP_SIZE;
    const above = lossOf();
    values[i] = value - STEP_SIZE;
    const below = lossOf();
    values[i] = value;
    return (above - below) / (2 * STEP_SIZE);
  });
}

it('has the gradients that small differences show', () => {
  const lossOf = (): number => mixtureLoss(answers, linear, squares).loss;
  const { answerGradient, linearGradient } = mixtureLoss(answers, linear, squares);
  numericGradient(answers, lossOf).forEach((slope, i) => expect(answerGradient[i]).toBeCloseTo(slope, 4));
  numericGradient(linear, lossOf).forEach((slope, i) => expect(linearGradient[i]).toBeCloseTo(slope, 4));
});

it('draws bands to where they hold 70% of the errors, and lets them pull nothing else', () => {
  const bands = { targets, weights: reached, bandWeights: reached };
  const withBands = mixtureLoss(answers, linear, bands).answerGradient;
  const without = mixtureLoss(answers, linear, squares).answerGradient;
  const width = 2 * FORECAST_SIZE + MIXED;
  const slopes: number[] = [];
  withBands.forEach((slope, i) => {
    const place = i % width;
    const isBand = place >= FORECAST_SIZE && place < 2 * FORECAST_SIZE;
    if (!isBand) expect(slope).toBe(without[i]);
    else if (slope !== 0) slopes.push((slope * targets.length) / 1.5);
  });
  // A band that is too narrow is widened with 7/3 of the force that narrows one that is too wide.
  expect(new Set(slopes.map((slope) => slope.toFixed(3)))).toEqual(new Set(['-0.700', '0.300']));
});
