const MIN_BYTES = 1024;
const MAX_BYTES = 256 * 1024;
/** Blocks between these lengths keep memory flat and the cost per block out of sight. */
const SHORT_SECONDS = 1;
const LONG_SECONDS = 4;

/**
 * How many bytes to read at a time. A kilobyte may hold a few milliseconds or, in a lossless file of silence, a
 * minute, so the amount follows what came out of the decoder last.
 */
export class Pace {
  bytes = 4 * 1024;

  adapt(decodedSeconds: number): void {
    if (decodedSeconds > LONG_SECONDS) this.bytes = Math.max(MIN_BYTES, this.bytes / 2);
    else if (decodedSeconds < SHORT_SECONDS) this.bytes = Math.min(MAX_BYTES, this.bytes * 2);
  }
}
