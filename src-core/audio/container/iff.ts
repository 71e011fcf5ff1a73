import type { AudioFile } from './audio-file.ts';
import { fourCharacters, viewOf } from './bytes.ts';
import type { ByteRange } from './plain-chunks.ts';

/** A chunk's body: where it starts, and the size that its header claims. */
export interface Chunk {
  readonly start: number;
  readonly size: number;
}

const FORM_HEADER = 12;
const CHUNK_HEADER = 8;
/** No real file comes near; a damaged one is not to be walked eight bytes at a time to its end. */
const MAX_CHUNKS = 4096;

/** The first chunk of each wanted kind in a RIFF or IFF file, found by hopping from header to header. */
export async function findChunks(
  file: AudioFile,
  range: ByteRange,
  byteOrder: 'little' | 'big',
  wanted: readonly string[],
): Promise<Map<string, Chunk>> {
  const found = new Map<string, Chunk>();
  let position = range.start + FORM_HEADER;
  for (let i = 0; i < MAX_CHUNKS && position + CHUNK_HEADER <= range.end; i++) {
    const header = await file.readAt(position, CHUNK_HEADER);
    const kind = fourCharacters(header, 0);
    const size = viewOf(header).getUint32(4, byteOrder === 'little');
    const start = position + CHUNK_HEADER;
    if (wanted.includes(kind) && !found.has(kind)) found.set(kind, { start, size });
    if (found.size === wanted.length) break;
    position = start + size + (size % 2);
  }
  return found;
}
