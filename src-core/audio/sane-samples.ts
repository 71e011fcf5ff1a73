/**
 * 36 dB over full scale. Float files and lossy decoders overshoot full scale by a few dB; what is further out comes
 * from damage, and squared often enough would end in infinities.
 */
export const MAX_SAMPLE = 64;

/** Bits of MAX_SAMPLE as a float. Without their signs, floats are ordered as their bits are, and NaN comes last. */
const MAX_BITS = 0x42800000;

/** Looks at the bits, in one chain without a branch: this reads every sample of every file. */
function isSane(samples: Float32Array): boolean {
  const bits = new Int32Array(samples.buffer, samples.byteOffset, samples.length);
  let negative = 0;
  for (let i = 0; i < bits.length; i++) negative |= MAX_BITS - (bits[i] & 0x7fffffff);
  return negative >= 0;
}

/**
 * Makes every sample a finite number within +-{@link MAX_SAMPLE}, in place: what is not a number or infinite
 * becomes silence, since nothing is known of it, and what is too large is clipped.
 */
export function makeSane(samples: Float32Array): void {
  if (isSane(samples)) return;
  for (let i = 0; i < samples.length; i++) {
    const value = samples[i];
    if (!Number.isFinite(value)) samples[i] = 0;
    else if (Math.abs(value) > MAX_SAMPLE) samples[i] = Math.sign(value) * MAX_SAMPLE;
  }
}
