/** A second-order section, its leading denominator coefficient 1. */
export interface Biquad {
  readonly b: readonly [number, number, number];
  readonly a: readonly [number, number];
}

/** The two sections of K-weighting: the head's shelf and the high pass. */
export interface KWeighting {
  readonly shelf: Biquad;
  /** Its numerator is 1, -2, 1. */
  readonly highPass: Biquad;
}

/**
 * K-weighting at any rate. ITU-R BS.1770-4, annex 1, gives coefficients for 48 kHz only; these are the analogue
 * filters behind them (B. De Man, "Evaluation of Implementations of the EBU R128 Loudness Measurement", AES 2018),
 * bilinearly transformed at the rate asked for.
 */
export function kWeighting(rateHz: number): KWeighting {
  return { shelf: shelf(rateHz), highPass: highPass(rateHz) };
}

function shelf(rateHz: number): Biquad {
  const k = Math.tan((Math.PI * 1681.974450955533) / rateHz);
  const q = 0.7071752369554196;
  const high = 10 ** (3.999843853973347 / 20);
  const band = high ** 0.4996667741545416;
  const a0 = 1 + k / q + k * k;
  return {
    b: [
      (high + (band * k) / q + k * k) / a0,
      (2 * (k * k - high)) / a0,
      (high - (band * k) / q + k * k) / a0,
    ],
    a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0],
  };
}

function highPass(rateHz: number): Biquad {
  const k = Math.tan((Math.PI * 38.13547087602444) / rateHz);
  const q = 0.5003270373238773;
  const a0 = 1 + k / q + k * k;
  return { b: [1, -2, 1], a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0] };
}
