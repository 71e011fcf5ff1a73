import { ONSET_RATE_HZ } from './onset-meter.ts';

/** Seconds to either side that a strength is seen against: what stays loud is no onset. */
const SURROUNDINGS_SECONDS = 0.4;

/** What stands out of its surroundings, and nothing below. */
export function accentsOf(strengths: Float32Array): Float32Array {
  const reach = Math.round(SURROUNDINGS_SECONDS * ONSET_RATE_HZ);
  const out = new Float32Array(strengths.length);
  let sum = 0;
  let count = 0;
  for (let i = 0; i < Math.min(reach, strengths.length); i++, count++) sum += strengths[i];
  for (let i = 0; i < out.length; i++) {
    if (i + reach < strengths.length) {
      sum += strengths[i + reach];
      count += 1;
    }
    if (i - reach - 1 >= 0) {
      sum -= strengths[i - reach - 1];
      count -= 1;
    }
    out[i] = Math.max(0, strengths[i] - sum / count);
  }
  return out;
}
