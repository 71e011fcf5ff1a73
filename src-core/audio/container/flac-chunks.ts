import { SegueError } from '../../contract/errors.ts';
import type { AudioFile } from './audio-file.ts';
import type { Pace } from './pace.ts';
import { plainChunks, type ByteRange } from './plain-chunks.ts';

const MARKER_BYTES = 4;
const BLOCK_HEADER = 4;
const STREAM_INFO_BYTES = 34;
const MAX_BLOCKS = 4096;

/** Where the metadata blocks end (RFC 9639, section 8.1); behind the first of them where their chain is broken. */
async function endOfMetadata(file: AudioFile, { start, end }: ByteRange): Promise<number> {
  const behindFirst = start + MARKER_BYTES + BLOCK_HEADER + STREAM_INFO_BYTES;
  let position = start + MARKER_BYTES;
  for (let i = 0; i < MAX_BLOCKS && position + BLOCK_HEADER <= end; i++) {
    const [kind = 0, a = 0, b = 0, c = 0] = await file.readAt(position, BLOCK_HEADER);
    position += BLOCK_HEADER + ((a << 16) | (b << 8) | c);
    if ((kind & 0x80) !== 0) break;
  }
  return position < end ? position : behindFirst;
}

/**
 * A FLAC file as its marker and its STREAMINFO, in one chunk, and its frames; pictures and the like, which may be
 * many megabytes, are skipped.
 */
export async function* flacChunks(file: AudioFile, range: ByteRange, pace: Pace): AsyncGenerator<Uint8Array> {
  const header = await file.readAt(range.start, MARKER_BYTES + BLOCK_HEADER + STREAM_INFO_BYTES);
  const isStreamInfo = (header[MARKER_BYTES] & 0x7f) === 0 && header[MARKER_BYTES + 3] === STREAM_INFO_BYTES;
  if (header.length < MARKER_BYTES + BLOCK_HEADER + STREAM_INFO_BYTES || !isStreamInfo) {
    throw new SegueError('corrupt-audio', "The FLAC file's header is damaged.", { path: file.path });
  }
  header[MARKER_BYTES] = 0x80; // the last metadata block: none of the others is passed on
  yield header;
  yield* plainChunks(file, { start: await endOfMetadata(file, range), end: range.end }, pace);
}
