import type { CurveWithBand } from '../../src-core/contract/api/index.ts';
import { scaleLinear } from 'd3-scale';
import { area, curveMonotoneX, line } from 'd3-shape';

/** Drawn over this many units across, and {@link CURVE_HEIGHT} down; the picture is stretched to its place. */
export const CURVE_WIDTH = 1000;
export const CURVE_HEIGHT = 100;
/** More points than this cannot be told apart on any screen. */
const MOST_POINTS = 260;
/** Even a track that hardly moves is not blown up further than this. */
const LEAST_RANGE = 0.45;

export interface CurveShapes {
  /** SVG path data. Arousal is an area with an edge, valence a line. */
  readonly arousalArea: string;
  readonly arousalEdge: string;
  readonly valenceLine: string;
  /** Where neither excited nor calm, neither pleasant nor unpleasant is. */
  readonly neutralY: number;
  /** The height of a value. */
  readonly y: (value: number) => number;
  /** Heights of the last values, for labels. */
  readonly ends: { readonly arousal: number; readonly valence: number };
}

/** What is expected after a track, each axis with how far listeners may feel otherwise. */
export interface TailShapes {
  readonly arousal: string;
  readonly valence: string;
  readonly arousalBand: string;
  readonly valenceBand: string;
  readonly seconds: number;
}

/**
 * Draws a curve.
 *
 * @param curve values in [-1, 1], one for every `hopSeconds`
 * @param durationSeconds what the whole width stands for
 */
export function curveShapes(
  curve: {
    readonly hopSeconds: number;
    readonly arousal: readonly number[];
    readonly valence: readonly number[];
  },
  durationSeconds: number,
): CurveShapes {
  const step = Math.max(1, Math.ceil(curve.arousal.length / MOST_POINTS));
  const arousal = means(curve.arousal, step);
  const valence = means(curve.valence, step);
  const range = Math.max(LEAST_RANGE, ...arousal.map(Math.abs), ...valence.map(Math.abs)) * 1.08;
  const y = scaleLinear([-range, range], [CURVE_HEIGHT, 0]);
  const x = scaleLinear([0, durationSeconds], [0, CURVE_WIDTH]).clamp(true);
  // A value speaks for its whole stretch, so it stands in the middle of it; the first and last reach to the ends.
  const at = (i: number): number =>
    i === 0 ? 0 : i === arousal.length - 1 ? CURVE_WIDTH : x((i + 0.5) * step * curve.hopSeconds);
  const edge = line<number>(
    (_, i) => at(i),
    (value) => y(value),
  ).curve(curveMonotoneX);
  const filled = area<number>(
    (_, i) => at(i),
    CURVE_HEIGHT,
    (value) => y(value),
  ).curve(curveMonotoneX);
  return {
    arousalArea: filled(arousal) ?? '',
    arousalEdge: edge(arousal) ?? '',
    valenceLine: edge(valence) ?? '',
    neutralY: y(0),
    y,
    ends: { arousal: y(arousal.at(-1) ?? 0), valence: y(valence.at(-1) ?? 0) },
  };
}

/**
 * Draws what is expected after the end of a curve, at its heights; it sets out from where the curve ends. What lies outside of the picture is
 * for the page to cut.
 *
 * @param forecast values in [-1, 1] every `hopSeconds`, and to either side of them the width of their uncertainty
 */
export function tailShapes(
  { y, ends }: Pick<CurveShapes, 'y' | 'ends'>,
  forecast: CurveWithBand,
  hopSeconds: number,
): TailShapes {
  const steps = forecast.arousal.length;
  // A value stands in the middle of its stretch; the last reaches to the end.
  const at = (i: number): number =>
    i === 0 ? 0 : i === steps ? CURVE_WIDTH : ((i - 0.5) / steps) * CURVE_WIDTH;
  const drawLine = (end: number, values: readonly number[]): string =>
    line<number>(
      (_, i) => at(i),
      (height) => height,
    ).curve(curveMonotoneX)([end, ...values.map(y)]) ?? '';
  const drawBand = (end: number, values: readonly number[], halfWidth: readonly number[]): string => {
    const edges = values.map((value, i) => [y(value - halfWidth[i]), y(value + halfWidth[i])] as const);
    const band = area<readonly [number, number]>(
      (_, i) => at(i),
      ([low]) => low,
      ([, high]) => high,
    ).curve(curveMonotoneX);
    return band([[end, end], ...edges]) ?? '';
  };
  return {
    arousal: drawLine(ends.arousal, forecast.arousal),
    valence: drawLine(ends.valence, forecast.valence),
    arousalBand: drawBand(ends.arousal, forecast.arousal, forecast.arousalHalfWidth),
    valenceBand: drawBand(ends.valence, forecast.valence, forecast.valenceHalfWidth),
    seconds: steps * hopSeconds,
  };
}

function means(values: readonly number[], step: number): number[] {
  const result: number[] = [];
  for (let i = 0; i < values.length; i += step) {
    const part = values.slice(i, i + step);
    result.push(part.reduce((sum, value) => sum + value, 0) / part.length);
  }
  return result;
}
