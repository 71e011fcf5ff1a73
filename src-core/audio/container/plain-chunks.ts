import type { AudioFile } from './audio-file.ts';
import type { Pace } from './pace.ts';

/** Where in a file something lies: bytes `start` up to, not including, `end`. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Asked of the file system at a time; what goes to the decoder at a time is {@link Pace}'s to say. */
const READ_BYTES = 256 * 1024;

/** The bytes of a range as they stand, for decoders that find their own way through them. */
export async function* plainChunks(
  file: AudioFile,
  range: ByteRange,
  pace: Pace,
): AsyncGenerator<Uint8Array> {
  for (let position = range.start; position < range.end; position += READ_BYTES) {
    const bytes = await file.readAt(position, Math.min(READ_BYTES, range.end - position));
    for (let start = 0; start < bytes.length;) {
      const piece = bytes.subarray(start, start + pace.bytes);
      start += piece.length;
      yield piece;
    }
  }
}
