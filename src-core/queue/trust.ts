/**
 * How far each axis can be trusted, as weights that sum to 1.
 *
 * Inverse-variance weights: an axis that the clip model hears with half the error counts four times as much.
 * With weights that sum to 1 a seam distance stays in the units of the circumplex.
 */
export interface AxisTrust {
  readonly arousal: number;
  readonly valence: number;
}

/** @param rmse held-out root mean square error of the clip model per axis, both above 0. */
export function trustFromErrors(rmse: { arousal: number; valence: number }): AxisTrust {
  if (!(rmse.arousal > 0 && rmse.valence > 0)) throw new RangeError('Errors per axis must be above 0.');
  const arousal = 1 / rmse.arousal ** 2;
  const valence = 1 / rmse.valence ** 2;
  return { arousal: arousal / (arousal + valence), valence: valence / (arousal + valence) };
}
