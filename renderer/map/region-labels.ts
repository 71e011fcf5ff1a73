import type { MoodRegion } from '../format/mood-word.ts';
import { toScreen, type MapView } from './view.ts';

/** Where on its ray from the middle a region's name stands, in units of the plane. */
const NAME_RADIUS = 0.62;
/** Nearer to the middle of the view than this share of its shorter side a name would hide what it names. */
const LEAST_SHARE = 0.3;
/** The tools lie at the top. */
const EDGES_PX = { top: 132, side: 48, bottom: 44 };

export interface RegionLabel {
  readonly word: string;
  readonly x: number;
  readonly y: number;
}

/**
 * Where the regions' names stand: on their rays, or as far out on them as the view reaches. Names whose ray does not cross
 * the view are left out.
 */
export function regionLabels(regions: readonly MoodRegion[], view: MapView): RegionLabel[] {
  const origin = toScreen(view, { arousal: 0, valence: 0 });
  return regions.flatMap(({ word, degrees }) => {
    const angle = (degrees * Math.PI) / 180;
    const [dx, dy] = [Math.cos(angle), -Math.sin(angle)];
    const span = crossing(origin.x, dx, EDGES_PX.side, view.widthPx - EDGES_PX.side);
    const rise = crossing(origin.y, dy, EDGES_PX.top, view.heightPx - EDGES_PX.bottom);
    const nearest = Math.max(span[0], rise[0], LEAST_SHARE * Math.min(view.widthPx, view.heightPx));
    const farthest = Math.min(span[1], rise[1]);
    if (nearest > farthest) return [];
    const at = Math.min(Math.max(NAME_RADIUS * view.pxPerUnit, nearest), farthest);
    return [{ word, x: origin.x + dx * at, y: origin.y + dy * at }];
  });
}

/** The stretch of a ray on which one coordinate lies between two bounds. */
function crossing(from: number, slope: number, low: number, high: number): [number, number] {
  if (Math.abs(slope) < 1e-9) return from >= low && from <= high ? [0, Infinity] : [Infinity, -Infinity];
  const [a, b] = [(low - from) / slope, (high - from) / slope];
  return [Math.max(0, Math.min(a, b)), Math.max(a, b)];
}
