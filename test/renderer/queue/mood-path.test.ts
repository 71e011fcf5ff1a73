import { expect, it } from 'vitest';
import { moodPath } from '../../../renderer/queue/mood-path.ts';

it('spreads tracks evenly, the livelier and more pleasant the higher', () => {
  const { points, neutralY } = moodPath([
    { arousal: -0.5, valence: 0 },
    { arousal: 0, valence: 0.5 },
    { arousal: 0.5, valence: -0.5 },
  ]);
  expect(points.map(({ x }) => x)).toEqual([0, 50, 100]);
  expect(points[2].arousalY).toBeLessThan(points[1].arousalY);
  expect(points[1].valenceY).toBeLessThan(points[2].valenceY);
  expect(points[1].arousalY).toBe(neutralY);
});

it('keeps the place of tracks that are not heard yet', () => {
  const { points } = moodPath([{ arousal: 0, valence: 0 }, null, { arousal: 0.1, valence: 0 }]);
  expect(points.map(({ index, x }) => [index, x])).toEqual([
    [0, 0],
    [2, 100],
  ]);
  expect(moodPath([]).points).toEqual([]);
});
