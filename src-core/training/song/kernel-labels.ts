import { halvesOf } from '../metrics/quadrant.ts';
import type { SongExcerpt } from './song-excerpt.ts';
import { onScale, type SongScales } from './song-scales.ts';

/** Regularisation of the kernel regressions, in squared standard deviations of ratings. */
export const LAMBDA = 0.3;
/** How much more of it what a quadrant says is given. */
const QUADRANT_LAMBDA = 0.7;
/** A half of the plane read as a rating, in standard deviations. */
const HALF = 0.8;
/** Exponent of the kernel at a squared distance of one standard deviation in every feature. */
export const SHARPNESS = 0.5;

/** What people said of an excerpt, as a kernel regression takes it. */
export interface KernelLabel {
  /** Arousal and valence, in standard deviations of the ratings of its data set. */
  readonly pair: readonly [number, number];
  /** Regularisation beside `LAMBDA`. */
  readonly doubt: number;
}

/** @returns null where nobody said anything */
export function kernelLabelOf({ excerpt }: SongExcerpt, scales: SongScales): KernelLabel | null {
  const { rating, dataset, quadrant } = excerpt;
  const scale = scales.ratings.get(dataset);
  if (rating !== null && scale !== undefined) {
    return { pair: onScale([rating.arousal, rating.valence], scale), doubt: 0 };
  }
  if (quadrant === null) return null;
  const { arousal, valence } = halvesOf(quadrant);
  return { pair: [arousal ? HALF : -HALF, valence ? HALF : -HALF], doubt: QUADRANT_LAMBDA };
}
