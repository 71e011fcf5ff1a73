import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src-core/training/run/random.ts';
import {
  calibrate,
  coverage,
  heldOutCoverage,
  type HeldOutError,
} from '../../src-core/training/song/uncertainty.ts';

/** Normal errors whose true deviation is `factor` times the expected one. */
function errors(count: number, factor: number): HeldOutError[] {
  const random = createRandom(3, 'errors');
  const draw = (expected: number): { error: number; expected: number } => ({
    error: factor * expected * random.normal(),
    expected,
  });
  return Array.from({ length: count }, (_, i) => ({
    dataset: i % 2 === 0 ? 'even' : 'odd',
    fold: i % 5,
    arousal: draw(0.1 + 0.1 * random.uniform()),
    valence: draw(0.3),
  }));
}

describe('calibrating the uncertainty', () => {
  it('finds how far the expected deviations are off', () => {
    const { arousal, valence } = calibrate(errors(4000, 2));
    expect(arousal).toBeCloseTo(2, 0);
    expect(Math.abs(valence - 2)).toBeLessThan(0.15);
  });

  it('makes the band hold 70 % of the errors it was made from', () => {
    const own = errors(500, 0.6);
    const { arousal, valence } = coverage(own, calibrate(own));
    expect(Math.abs(arousal - 0.7)).toBeLessThan(0.01);
    expect(Math.abs(valence - 0.7)).toBeLessThan(0.01);
  });

  it('judges each fold by the others, by data set and over all', () => {
    const covered = heldOutCoverage(errors(2000, 3));
    expect([...covered.keys()]).toEqual(['all', 'even', 'odd']);
    for (const { arousal, valence } of covered.values()) {
      expect(Math.abs(arousal - 0.7)).toBeLessThan(0.05);
      expect(Math.abs(valence - 0.7)).toBeLessThan(0.05);
    }
  });
});
