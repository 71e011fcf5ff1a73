/** How far one held-out answer was off, and the standard deviation that the model expected, on the app's scale. */
export interface HeldOutError {
  readonly dataset: string;
  readonly fold: number;
  readonly arousal: AxisError;
  readonly valence: AxisError;
}

export interface AxisError {
  readonly error: number;
  readonly expected: number;
}

export interface UncertaintyScale {
  readonly arousal: number;
  readonly valence: number;
}

/** The share of errors that a band should hold. */
const BAND = 0.7;
/** Half the width of that band of a normal distribution, in standard deviations. */
const BAND_DEVIATIONS = 1.0364;

/** Factors that make the 70 % band of the expected deviations hold 70 % of the errors (split conformal prediction). */
export function calibrate(errors: readonly HeldOutError[]): UncertaintyScale {
  const scaleOf = (axis: 'arousal' | 'valence'): number => {
    const ratios = errors
      .map((item) => Math.abs(item[axis].error) / (BAND_DEVIATIONS * item[axis].expected))
      .sort((a, b) => a - b);
    return ratios[Math.min(ratios.length - 1, Math.ceil(BAND * (ratios.length + 1)) - 1)];
  };
  return { arousal: scaleOf('arousal'), valence: scaleOf('valence') };
}

/** Share of errors within the 70 % band. */
export function coverage(errors: readonly HeldOutError[], scale: UncertaintyScale): UncertaintyScale {
  const shareOf = (axis: 'arousal' | 'valence'): number =>
    errors.filter(
      ({ [axis]: { error, expected } }) => Math.abs(error) <= BAND_DEVIATIONS * scale[axis] * expected,
    ).length / errors.length;
  return { arousal: shareOf('arousal'), valence: shareOf('valence') };
}

/**
 * Coverage of a calibration that never saw what it is judged on: each fold by the factors of the other folds.
 * @returns share of errors within the 70 % band, by data set and over all
 */
export function heldOutCoverage(errors: readonly HeldOutError[]): Map<string, UncertaintyScale> {
  const folds = [...new Set(errors.map(({ fold }) => fold))];
  const judged = folds.flatMap((fold) => {
    const scale = calibrate(errors.filter((item) => item.fold !== fold));
    return errors
      .filter((item) => item.fold === fold)
      .map((item): HeldOutError => ({
        ...item,
        arousal: { ...item.arousal, expected: item.arousal.expected * scale.arousal },
        valence: { ...item.valence, expected: item.valence.expected * scale.valence },
      }));
  });
  const one = { arousal: 1, valence: 1 };
  const bySet = [...Map.groupBy(judged, ({ dataset }) => dataset)];
  return new Map([
    ['all', coverage(judged, one)],
    ...bySet.map(([set, own]) => [set, coverage(own, one)] as const),
  ]);
}
