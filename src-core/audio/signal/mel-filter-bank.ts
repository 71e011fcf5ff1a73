import { ANALYSIS_RATE_HZ, MEL_BANDS, N_FFT } from '../constants.ts';

// Slaney's mel scale (Auditory Toolbox, 1998; librosa `htk=False`): linear up to 1 kHz, logarithmic above.
const LINEAR_HZ_PER_MEL = 200 / 3;
const BREAK_HZ = 1000;
const BREAK_MEL = BREAK_HZ / LINEAR_HZ_PER_MEL;
const LOG_STEP = Math.log(6.4) / 27;

/** Mel of a frequency in Hz. */
export function hzToMel(hz: number): number {
  return hz < BREAK_HZ ? hz / LINEAR_HZ_PER_MEL : BREAK_MEL + Math.log(hz / BREAK_HZ) / LOG_STEP;
}

/** Frequency in Hz of a mel. */
export function melToHz(mel: number): number {
  return mel < BREAK_MEL ? mel * LINEAR_HZ_PER_MEL : BREAK_HZ * Math.exp(LOG_STEP * (mel - BREAK_MEL));
}

/** One triangle of the bank: its weights for the bins from `firstBin` on; all others are zero. */
export interface MelBand {
  readonly firstBin: number;
  readonly weights: Float32Array;
}

/**
 * MEL_BANDS triangles whose corners are evenly spaced in mel from 0 Hz to half the rate, each of area 1 in Hz
 * (librosa `filters.mel`, `norm='slaney'`).
 */
export function melFilterBank(): MelBand[] {
  const binHz = ANALYSIS_RATE_HZ / N_FFT;
  const bins = N_FFT / 2 + 1;
  const topMel = hzToMel(ANALYSIS_RATE_HZ / 2);
  const cornerHz = (i: number) => melToHz((topMel * i) / (MEL_BANDS + 1));
  return Array.from({ length: MEL_BANDS }, (_, band) => {
    const [low, centre, high] = [cornerHz(band), cornerHz(band + 1), cornerHz(band + 2)];
    const firstBin = Math.floor(low / binHz) + 1;
    const count = Math.min(bins, Math.ceil(high / binHz)) - firstBin;
    const weights = Float32Array.from({ length: Math.max(0, count) }, (_, k) => {
      const hz = (firstBin + k) * binHz;
      const rise = (hz - low) / (centre - low);
      const fall = (high - hz) / (high - centre);
      return (Math.max(0, Math.min(rise, fall)) * 2) / (high - low);
    });
    return { firstBin, weights };
  });
}
