import { expect, it } from 'vitest';
import { quadrantMetrics } from '../../src-core/training/metrics/quadrant.ts';

it('counts each half of the plane and the quadrant by itself', () => {
  const metrics = quadrantMetrics(
    [
      { arousal: 0.5, valence: 0.5, quadrant: 'Q1' }, // both right
      { arousal: 0.5, valence: 0.5, quadrant: 'Q2' }, // arousal right
      { arousal: 0.1, valence: -0.5, quadrant: 'Q3' }, // both right: 0.1 lies below the threshold
      { arousal: 0.5, valence: -0.5, quadrant: 'Q4' }, // both wrong
    ],
    { arousal: 0.2, valence: 0 },
  );
  expect(metrics).toEqual({ n: 4, arousal: 0.75, valence: 0.5, quadrant: 0.5 });
});
