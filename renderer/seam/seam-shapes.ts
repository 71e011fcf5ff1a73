import { scaleLinear } from 'd3-scale';
import { area, curveMonotoneX, line } from 'd3-shape';
import type { SeamView } from '../../src-core/contract/api/index.ts';
import { HOP_SECONDS } from '../../src-core/contract/analysis.ts';

/** Drawn over this many units across and down for each axis of mood; the picture is stretched to its place. */
export const SEAM_WIDTH = 400;
export const PANEL_HEIGHT = 100;
/** How much of the leaving track is drawn. */
const CLOSING_SECONDS = 8;
/** Even curves that hardly move are not blown up further than this. */
const LEAST_RANGE = 0.5;
const MARGIN = 0.12;

/** One axis of mood where two tracks meet, as SVG path data. */
export interface SeamPanel {
  readonly closing: string;
  readonly forecast: string;
  /** Where 70% of listeners would feel the forecast to be. */
  readonly band: string;
  readonly opening: string;
  /** Where the arriving track begins. */
  readonly openingY: number;
  /** Heights at the right end, for labels. */
  readonly ends: { readonly forecast: number; readonly opening: number };
  /** Where neither excited nor calm, neither pleasant nor unpleasant is; may lie outside of the picture. */
  readonly neutralY: number;
}

export interface SeamShapes {
  readonly arousal: SeamPanel;
  readonly valence: SeamPanel;
  readonly x: (seconds: number) => number;
  readonly fromSeconds: number;
  readonly untilSeconds: number;
}

/** Draws where two tracks meet: second 0 is the end of the one and the beginning of the other. */
export function seamShapes(seam: SeamView): SeamShapes {
  const closingSteps = Math.min(seam.closing.arousal.length, CLOSING_SECONDS / HOP_SECONDS);
  const ahead = Math.max(seam.forecast.arousal.length, seam.opening.arousal.length);
  const [fromSeconds, untilSeconds] = [-closingSteps * HOP_SECONDS, ahead * HOP_SECONDS];
  const x = scaleLinear([fromSeconds, untilSeconds], [0, SEAM_WIDTH]);
  const panel = (axis: 'arousal' | 'valence'): SeamPanel => {
    const closing = seam.closing[axis].slice(seam.closing[axis].length - closingSteps);
    const halfWidth = seam.forecast[axis === 'arousal' ? 'arousalHalfWidth' : 'valenceHalfWidth'];
    return drawPanel(x, closing, seam.forecast[axis], halfWidth, seam.opening[axis]);
  };
  return { arousal: panel('arousal'), valence: panel('valence'), x, fromSeconds, untilSeconds };
}

function drawPanel(
  x: (seconds: number) => number,
  closing: readonly number[],
  forecast: readonly number[],
  halfWidth: readonly number[],
  opening: readonly number[],
): SeamPanel {
  const y = rangeOf([...closing, ...forecast, ...opening]);
  const last = closing.at(-1);
  // What is expected sets out from where the music is.
  const expected = last === undefined ? forecast : [last, ...forecast];
  const widths = last === undefined ? halfWidth : [0, ...halfWidth];
  const expectedAt = (i: number): number => x(last === undefined ? middle(i) : i === 0 ? 0 : middle(i - 1));
  const path = (values: readonly number[], at: (i: number) => number): string =>
    line<number>(
      (_, i) => at(i),
      (value) => y(value),
    ).curve(curveMonotoneX)(values) ?? '';
  const band = area<number>(
    (_, i) => expectedAt(i),
    (value, i) => y(value - widths[i]),
    (value, i) => y(value + widths[i]),
  ).curve(curveMonotoneX);
  const startSeconds = -closing.length * HOP_SECONDS;
  return {
    closing: path(closing, (i) => (i === closing.length - 1 ? x(0) : x(startSeconds + middle(i)))),
    forecast: path(expected, expectedAt),
    band: band(expected) ?? '',
    opening: path(opening, (i) => (i === 0 ? x(0) : x(middle(i)))),
    openingY: y(opening.at(0) ?? 0),
    ends: { forecast: y(forecast.at(-1) ?? 0), opening: y(opening.at(-1) ?? 0) },
    neutralY: y(0),
  };
}

function rangeOf(values: readonly number[]): (value: number) => number {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const half = (Math.max(LEAST_RANGE, high - low) / 2) * (1 + 2 * MARGIN);
  const middleValue = (low + high) / 2;
  return scaleLinear([middleValue - half, middleValue + half], [PANEL_HEIGHT, 0]);
}

/** A value speaks for its half second, so it stands in the middle of it. */
function middle(step: number): number {
  return (step + 0.5) * HOP_SECONDS;
}
