import { expect, it } from 'vitest';
import { enclosed, encloses, rectangle } from '../../../renderer/map/lasso.ts';
import { MoodIndex } from '../../../renderer/map/mood-index.ts';

/** A horseshoe, open above. */
const HORSESHOE = [
  [0.5, -0.5],
  [-0.5, -0.5],
  [-0.5, 0.5],
  [0.5, 0.5],
  [0.5, 0.3],
  [-0.3, 0.3],
  [-0.3, -0.3],
  [0.5, -0.3],
].map(([arousal, valence]) => ({ arousal, valence }));

it('tells what a bent shape encloses', () => {
  expect(encloses(HORSESHOE, { arousal: -0.4, valence: 0 })).toBe(true);
  expect(encloses(HORSESHOE, { arousal: 0.2, valence: 0.4 })).toBe(true);
  expect(encloses(HORSESHOE, { arousal: 0.2, valence: 0 })).toBe(false);
  expect(encloses(HORSESHOE, { arousal: 0.9, valence: 0.4 })).toBe(false);
});

it('gathers the tracks within a shape in their order', () => {
  const index = new MoodIndex({
    trackIds: [7, 8, 9],
    arousal: [0.2, 0, -0.4],
    valence: [0.4, 0, 0.1],
  });
  expect(enclosed(index, HORSESHOE)).toEqual([0, 2]);
  const corner = rectangle({ arousal: 0.1, valence: 0.5 }, { arousal: -0.1, valence: -0.1 });
  expect(enclosed(index, corner)).toEqual([1]);
});

it('takes a mere line for nothing', () => {
  const index = new MoodIndex({ trackIds: [1], arousal: [0], valence: [0] });
  expect(
    enclosed(index, [
      { arousal: 0, valence: -1 },
      { arousal: 0, valence: 1 },
    ]),
  ).toEqual([]);
});
