import { expect, test } from 'vitest';
import { usableBounds } from '../../../electron/main/window-bounds.ts';

const left = { x: 0, y: 24, width: 1920, height: 1056 };
const right = { x: 1920, y: 0, width: 1280, height: 720 };
const size = { width: 1000, height: 700 };

test.each([
  ['in the middle', { x: 300, y: 200, ...size }],
  ['hanging over an edge', { x: 1700, y: 600, ...size }],
  ['on the second display', { x: 2000, y: 0, ...size }],
  ['filling a display', { ...left }],
])('a window %s stays where it was', (_where, bounds) => {
  expect(usableBounds(bounds, [left, right])).toEqual(bounds);
});

test.each([
  ['on a display that is gone', { x: 2400, y: 100, ...size }, [left]],
  ['with only a sliver left', { x: 1900, y: 100, ...size }, [left]],
  ['with its title bar above the display', { x: 100, y: -300, ...size }, [left]],
  ['below the display', { x: 100, y: 1060, ...size }, [left]],
  ['where there is no display', { x: 0, y: 0, ...size }, []],
])('a window %s opens in its usual place', (_where, bounds, workAreas) => {
  expect(usableBounds(bounds, workAreas)).toBeNull();
});
