/** A byte of 255 stands for a standard deviation of 1, half the length of an axis. */
const SCALE = 255;

/** Standard deviations in [0, 1] (others are clamped) as bytes; what is not a number is not known at all. */
export function deviationsToBytes(values: Float32Array): Uint8Array {
  return Uint8Array.from(values, (value) =>
    Number.isNaN(value) ? SCALE : Math.round(Math.max(0, Math.min(1, value)) * SCALE),
  );
}

/** What {@link deviationsToBytes} wrote. */
export function bytesToDeviations(bytes: Uint8Array): Float32Array {
  return Float32Array.from(bytes, (byte) => byte / SCALE);
}
