import { expect, it } from 'vitest';
import { densityOf, fullWeight, opacityOf } from '../../../renderer/map/density.ts';
import type { MapView } from '../../../renderer/map/view.ts';

const VIEW: MapView = { middle: { arousal: 0, valence: 0 }, pxPerUnit: 20, widthPx: 60, heightPx: 40 };

it('leaves a spot where a track lies', () => {
  const { width, height, weights } = densityOf({ trackIds: [1], arousal: [0.5], valence: [0.25] }, VIEW);
  expect([width, height]).toEqual([60, 40]);
  const brightest = weights.indexOf(Math.max(...weights));
  expect([brightest % width, Math.floor(brightest / width)]).toEqual([35, 10]);
  expect(weights[brightest]).toBe(1);
});

it('adds up where tracks crowd', () => {
  const points = { trackIds: [1, 2, 3], arousal: [0, 0, 0.5], valence: [0, 0, 0.5] };
  const density = densityOf(points, VIEW);
  expect(Math.max(...density.weights)).toBe(2);
  expect(fullWeight(density)).toBeGreaterThanOrEqual(1);
});

it('leaves out what is not in view', () => {
  const { weights } = densityOf({ trackIds: [1, 2], arousal: [5, 0], valence: [0, -1.5] }, VIEW);
  expect(weights.every((weight) => weight === 0)).toBe(true);
});

it('is the more opaque the more tracks there are, and shows a single one', () => {
  expect(opacityOf(0, 10)).toBe(0);
  expect(opacityOf(1, 10)).toBeGreaterThan(0.3);
  expect(opacityOf(5, 10)).toBeGreaterThan(opacityOf(1, 10));
  expect(opacityOf(50, 10)).toBe(1);
});
