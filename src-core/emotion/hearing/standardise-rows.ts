import type { SongNormalisation } from '../model-files/normalisation-types.ts';

/** Further from the training set's mean than this, in standard deviations, a number says no more. */
export const FURTHEST = 5;

/** Shifts and scales rows of a song network's input in place; what lies outside the training set's range is held back. */
export function standardiseRows(
  rows: Float32Array,
  { mean, standardDeviation }: Pick<SongNormalisation, 'mean' | 'standardDeviation'>,
): void {
  const width = mean.length;
  for (let first = 0; first < rows.length; first += width) {
    for (let i = 0; i < width; i++) {
      const value = (rows[first + i] - mean[i]) / standardDeviation[i];
      rows[first + i] = value > FURTHEST ? FURTHEST : value < -FURTHEST ? -FURTHEST : value;
    }
  }
}
