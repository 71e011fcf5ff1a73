import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  extentOf,
  fitted,
  panned,
  resized,
  toMood,
  toScreen,
  zoomed,
  type MapView,
} from '../../../renderer/map/view.ts';

const VIEW: MapView = {
  middle: { arousal: 0.1, valence: -0.2 },
  pxPerUnit: 400,
  widthPx: 800,
  heightPx: 600,
};
const axis = fc.double({ min: -0.9, max: 0.9, noNaN: true });
const mood = fc.record({ arousal: axis, valence: axis });

it('shows pleasant to the right and excited above', () => {
  expect(toScreen(VIEW, VIEW.middle)).toEqual({ x: 400, y: 300 });
  expect(toScreen(VIEW, { arousal: 0.6, valence: 0.3 })).toEqual({ x: 600, y: 100 });
});

it('finds back what it shows', () => {
  fc.assert(
    fc.property(mood, (point) => {
      const back = toMood(VIEW, toScreen(VIEW, point));
      expect(back.arousal).toBeCloseTo(point.arousal, 9);
      expect(back.valence).toBeCloseTo(point.valence, 9);
    }),
  );
});

it('takes a place beyond the plane for the nearest point of it', () => {
  expect(toMood(VIEW, { x: 10_000, y: 10_000 })).toEqual({ arousal: -1, valence: 1 });
});

it('moves with the hand that drags it', () => {
  const { x, y } = toScreen(panned(VIEW, 30, -20), VIEW.middle);
  expect(x).toBeCloseTo(430);
  expect(y).toBeCloseTo(280);
});

it('keeps what is under the mouse where it is while zooming', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.6, max: 4, noNaN: true }),
      fc.integer({ min: 300, max: 500 }),
      fc.integer({ min: 250, max: 350 }),
      (factor, x, y) => {
        const point = toMood(VIEW, { x, y });
        const after = toScreen(zoomed(VIEW, factor, { x, y }), point);
        expect(after.x).toBeCloseTo(x, 6);
        expect(after.y).toBeCloseTo(y, 6);
      },
    ),
  );
});

it('never zooms out of all reason', () => {
  const out = zoomed(VIEW, 1e-9, { x: 400, y: 300 });
  expect(out.pxPerUnit).toBe(75);
  expect(zoomed(VIEW, 1e9, { x: 400, y: 300 }).pxPerUnit).toBe(24_000);
});

it('fits an extent with room around it', () => {
  const view = fitted({ arousal: [-0.5, 0.5], valence: [0, 0.4] }, 800, 600, {
    topPx: 50,
    sidePx: 50,
    bottomPx: 70,
  });
  expect(toScreen(view, { arousal: 0.5, valence: 0 }).y).toBeCloseTo(50);
  expect(extentOf(view).valence[0]).toBeLessThan(0);
});

it('shows the same part of the plane in another size', () => {
  const half = resized(VIEW, 400, 300);
  expect(half.pxPerUnit).toBe(200);
  expect(extentOf(half)).toEqual(extentOf(VIEW));
});
