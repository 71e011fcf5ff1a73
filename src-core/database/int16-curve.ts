import { SegueError } from '../contract/errors.ts';

/** The step of the stored values is 1/32767, far below what a curve can mean. */
const SCALE = 32_767;

/** Values in [-1, 1] (others are clamped) as little-endian int16. */
export function quantise(values: Float32Array): Uint8Array {
  const bytes = new Uint8Array(values.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < values.length; i++) {
    const bounded = Math.max(-1, Math.min(1, values[i]));
    if (Number.isNaN(bounded)) throw new SegueError('internal', `Value ${i} of a curve is not a number.`);
    view.setInt16(i * 2, Math.round(bounded * SCALE), true);
  }
  return bytes;
}

/** Writes the values of `bytes` into `into` from `at` on; returns how many there were. */
export function dequantiseInto(bytes: Uint8Array, into: Float32Array, at: number): number {
  const count = bytes.length >> 1;
  for (let i = 0; i < count; i++) {
    // The sign lives in the upper byte; by hand, since a DataView for each of 100 000 rows costs more than the rows.
    into[at + i] = (((bytes[i * 2 + 1] << 24) >> 16) | bytes[i * 2]) / SCALE;
  }
  return count;
}

export function dequantise(bytes: Uint8Array): Float32Array {
  const values = new Float32Array(bytes.length >> 1);
  dequantiseInto(bytes, values, 0);
  return values;
}
