import { scaleLinear, type ScaleLinear } from 'd3-scale';
import type { MoodPoint } from '../../src-core/contract/mood.ts';

/** The part of the mood plane that is seen, in CSS pixels: valence grows to the right and arousal upwards. */
export interface MapView {
  readonly middle: MoodPoint;
  readonly pxPerUnit: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

export interface MoodExtent {
  readonly arousal: readonly [number, number];
  readonly valence: readonly [number, number];
}

/** Further in, single tracks would fill the screen. */
const MOST_PX_PER_UNIT = 24_000;
/** Further out, the whole plane would be less than half of the shorter side. */
const LEAST_SHARE = 0.25;

export function xScale({ middle, pxPerUnit, widthPx }: MapView): ScaleLinear<number, number> {
  const half = widthPx / 2 / pxPerUnit;
  return scaleLinear([middle.valence - half, middle.valence + half], [0, widthPx]);
}

export function yScale({ middle, pxPerUnit, heightPx }: MapView): ScaleLinear<number, number> {
  const half = heightPx / 2 / pxPerUnit;
  return scaleLinear([middle.arousal - half, middle.arousal + half], [heightPx, 0]);
}

export function toScreen(view: MapView, { arousal, valence }: MoodPoint): ScreenPoint {
  return {
    x: view.widthPx / 2 + (valence - view.middle.valence) * view.pxPerUnit,
    y: view.heightPx / 2 - (arousal - view.middle.arousal) * view.pxPerUnit,
  };
}

/** What lies at a place on screen; outside of the plane, the nearest point of it. */
export function toMood(view: MapView, { x, y }: ScreenPoint): MoodPoint {
  return {
    arousal: unit(view.middle.arousal + (view.heightPx / 2 - y) / view.pxPerUnit),
    valence: unit(view.middle.valence + (x - view.widthPx / 2) / view.pxPerUnit),
  };
}

/** Moves what is seen along with a hand that drags it by so many pixels. */
export function panned(view: MapView, dx: number, dy: number): MapView {
  return {
    ...view,
    middle: {
      arousal: unit(view.middle.arousal + dy / view.pxPerUnit),
      valence: unit(view.middle.valence - dx / view.pxPerUnit),
    },
  };
}

/** Enlarges by a factor; what lies at `fixed` stays there. */
export function zoomed(view: MapView, factor: number, fixed: ScreenPoint): MapView {
  const least = (LEAST_SHARE * Math.min(view.widthPx, view.heightPx)) / 2;
  const pxPerUnit = Math.min(Math.max(view.pxPerUnit * factor, least), MOST_PX_PER_UNIT);
  const shift = 1 / view.pxPerUnit - 1 / pxPerUnit;
  return {
    ...view,
    pxPerUnit,
    middle: {
      arousal: unit(view.middle.arousal + (view.heightPx / 2 - fixed.y) * shift),
      valence: unit(view.middle.valence + (fixed.x - view.widthPx / 2) * shift),
    },
  };
}

/** Room to be kept free at the edges of the view. */
export interface Room {
  readonly topPx: number;
  readonly sidePx: number;
  readonly bottomPx: number;
}

/** The view of a size in which an extent is seen whole, with room around it. */
export function fitted(extent: MoodExtent, widthPx: number, heightPx: number, room: Room): MapView {
  const [low, high] = extent.arousal;
  const [left, right] = extent.valence;
  const pxPerUnit = Math.min(
    Math.max(widthPx - 2 * room.sidePx, 1) / (right - left),
    Math.max(heightPx - room.topPx - room.bottomPx, 1) / (high - low),
  );
  const shift = (room.topPx - room.bottomPx) / 2 / pxPerUnit;
  return {
    middle: { arousal: (low + high) / 2 + shift, valence: (left + right) / 2 },
    pxPerUnit,
    widthPx,
    heightPx,
  };
}

/** The same middle and, as far as it can, the same extent in another size. */
export function resized(view: MapView, widthPx: number, heightPx: number): MapView {
  const before = Math.min(view.widthPx, view.heightPx);
  const factor = before > 0 ? Math.min(widthPx, heightPx) / before : 1;
  return { ...view, widthPx, heightPx, pxPerUnit: view.pxPerUnit * factor };
}

export function extentOf(view: MapView): MoodExtent {
  const halfWidth = view.widthPx / 2 / view.pxPerUnit;
  const halfHeight = view.heightPx / 2 / view.pxPerUnit;
  const { arousal, valence } = view.middle;
  return {
    arousal: [arousal - halfHeight, arousal + halfHeight],
    valence: [valence - halfWidth, valence + halfWidth],
  };
}

function unit(value: number): number {
  return Math.min(Math.max(value, -1), 1);
}
