import type { MoodPoints } from '../../src-core/contract/api/index.ts';
import type { MapView } from './view.ts';

/** How strongly tracks colour each pixel of a bitmap of the view. */
export interface Density {
  readonly width: number;
  readonly height: number;
  /** Sum of the spots that fall on a pixel, row by row from the top. */
  readonly weights: Float32Array;
}

/** The spot that one track leaves: brightest in its middle, and round. */
const SPOT = spot(2.2);
const REACH = (Math.sqrt(SPOT.length) - 1) / 2;

/**
 * Adds up the spots of all tracks in view.
 *
 * @param view of the bitmap itself, in its own pixels
 */
export function densityOf(points: MoodPoints, view: MapView): Density {
  const [width, height] = [Math.ceil(view.widthPx), Math.ceil(view.heightPx)];
  const weights = new Float32Array(width * height);
  const left = view.widthPx / 2 - view.middle.valence * view.pxPerUnit;
  const top = view.heightPx / 2 + view.middle.arousal * view.pxPerUnit;
  const { arousal, valence } = points;
  const side = 2 * REACH + 1;
  for (let i = 0; i < arousal.length; i++) {
    const x = Math.round(left + valence[i] * view.pxPerUnit);
    const y = Math.round(top - arousal[i] * view.pxPerUnit);
    if (x < REACH || y < REACH || x >= width - REACH || y >= height - REACH) continue;
    let at = (y - REACH) * width + x - REACH;
    for (let k = 0; k < SPOT.length; k += side, at += width) {
      for (let j = 0; j < side; j++) weights[at + j] += SPOT[k + j];
    }
  }
  return { width, height, weights };
}

/**
 * The weight from which on a pixel counts as full: that of the densest places but for the very densest, so that one
 * crowded corner does not darken the rest.
 */
export function fullWeight({ weights }: Density): number {
  const seen: number[] = [];
  // A sample of the pixels is plenty.
  for (let i = 0; i < weights.length; i += 7) if (weights[i] > 0) seen.push(weights[i]);
  if (seen.length === 0) return 1;
  seen.sort((a, b) => a - b);
  return Math.max(1, seen[Math.floor(seen.length * 0.98)]);
}

/** Opacity of a pixel in [0, 1]: it rises fast at first, so that single tracks are seen beside crowds. */
export function opacityOf(weight: number, full: number): number {
  return weight <= 0 ? 0 : Math.min(1, 0.25 + 0.75 * Math.sqrt(weight / full)) * Math.min(1, weight * 2);
}

/** A Gaussian spot of a diameter in pixels, 1 in its middle, as rows of a square. */
function spot(diameterPx: number): Float32Array {
  const reach = Math.ceil(diameterPx / 2);
  const side = 2 * reach + 1;
  return Float32Array.from({ length: side * side }, (_, i) => {
    const distance = Math.hypot((i % side) - reach, Math.floor(i / side) - reach);
    return Math.exp(-((distance / (diameterPx / 2)) ** 2));
  });
}
