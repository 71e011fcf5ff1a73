import type { Rectangle } from 'electron';

/** So much of a window must show on one display for its title bar to be within reach, pixels. */
const GRIP_WIDTH = 120;
const GRIP_HEIGHT = 48;

/**
 * Kept bounds as they can be used on the displays that are there now: unchanged where the window's top edge is within
 * reach on one of them, otherwise null, for a display that has been taken away.
 */
export function usableBounds(bounds: Rectangle, workAreas: readonly Rectangle[]): Rectangle | null {
  const isWithinReach = workAreas.some((area) => {
    const width = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
    const topEdgeShows =
      bounds.y >= area.y - GRIP_HEIGHT / 2 && bounds.y + GRIP_HEIGHT <= area.y + area.height;
    return width >= Math.min(GRIP_WIDTH, bounds.width) && topEdgeShows;
  });
  return isWithinReach ? bounds : null;
}
