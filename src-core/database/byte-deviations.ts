/** A byte of 255 stands for a standard deviation of 1, half the length of an axis. */
const SCALE = 255;

/** Standard deviations in [0, 1] (others are clamped) as bytes; what is not a number is not known at all. */
export function deviationsToBytes(values: Float32Array): Uint8Array {
  const bytes = new Uint8Array(values.length);
  // By hand: a callback for each value costs ten times as much as the values.
  for (let i = 0; i < values.length; i++) {
    const bounded = Math.max(0, Math.min(1, values[i]));
    bytes[i] = Number.isNaN(bounded) ? SCALE : Math.round(bounded * SCALE);
  }
  return bytes;
}

/** What {@link deviationsToBytes} wrote. */
export function bytesToDeviations(bytes: Uint8Array): Float32Array {
  return Float32Array.from(bytes, (byte) => byte / SCALE);
}
