/** Highest frequency that is kept, as a share of half the lower of the two rates: 20 kHz from 48 to 44.1 kHz. */
export const PASS_BAND_SHARE = 0.907;

/** What the filter takes off everything from half the lower rate up; 6 dB more than is promised. */
const STOP_BAND_DB = 86;

/** Up to here every fraction of a sample that can occur gets its own row; above, rows are interpolated. */
const MAX_EXACT_PHASES = 1024;

/** Rows to interpolate between: a straight line misses the filter by (pi / phases)^2 / 8, -106 dB. */
const INTERPOLATED_PHASES = 512;

/** A polyphase low-pass filter for one pair of rates. */
export interface ResamplerFilter {
  /** Weights of one row; a multiple of 8. */
  readonly taps: number;
  readonly phases: number;
  /** `phases + 1` rows; row r lies r / phases of an input sample after the middle of its taps. */
  readonly table: Float32Array;
  /** Output sample k lies at `k * step / unit` input samples. */
  readonly unit: number;
  readonly step: number;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** Modified Bessel function of the first kind, order 0, by its power series. */
function besselI0(x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

/**
 * Windowed-sinc filter by Kaiser's formulas (Oppenheim & Schafer, Discrete-Time Signal Processing, 7.6) with a
 * pass band of {@link PASS_BAND_SHARE} and the stop band from half the lower rate up, so that nothing aliases.
 * Rates are whole numbers of Hz.
 */
export function designResamplerFilter(fromHz: number, toHz: number): ResamplerFilter {
  const divisor = greatestCommonDivisor(fromHz, toHz);
  const unit = toHz / divisor;
  const phases = unit <= MAX_EXACT_PHASES ? unit : INTERPOLATED_PHASES;
  const stopHz = Math.min(fromHz, toHz) / 2;
  const transition = (stopHz * (1 - PASS_BAND_SHARE)) / fromHz;
  const cutoff = (stopHz * (1 + PASS_BAND_SHARE)) / 2 / fromHz;
  const taps = Math.ceil((STOP_BAND_DB - 7.95) / (14.36 * transition) / 8) * 8;
  const beta = 0.1102 * (STOP_BAND_DB - 8.7);

  const table = new Float32Array((phases + 1) * taps);
  const row = new Float64Array(taps);
  for (let phase = 0; phase <= phases; phase++) {
    let sum = 0;
    for (let tap = 0; tap < taps; tap++) {
      const time = tap - (taps / 2 - 1) - phase / phases; // input samples from the output's place
      const angle = 2 * Math.PI * cutoff * time;
      const sinc = angle === 0 ? 1 : Math.sin(angle) / angle;
      const window = besselI0(beta * Math.sqrt(Math.max(0, 1 - (time / (taps / 2)) ** 2)));
      sum += row[tap] = sinc * window;
    }
    for (let tap = 0; tap < taps; tap++) table[phase * taps + tap] = row[tap] / sum;
  }
  return { taps, phases, table, unit, step: fromHz / divisor };
}
