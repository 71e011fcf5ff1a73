import type { AudioFile } from './audio-file.ts';
import { hasText, viewOf } from './bytes.ts';
import type { ByteRange } from './plain-chunks.ts';

const ID3V2_HEADER = 10;
const ID3V1_BYTES = 128;
const APE_FOOTER = 32;
/** Taggers that do not see each other's tags leave two or three; more is an attempt to keep us busy. */
const MAX_TAGS = 16;

/** Length of the ID3v2 tag that starts here (id3.org, id3v2.4.0-structure 3.1), 0 where none does. */
function id3v2Length(head: Uint8Array): number {
  if (head.length < ID3V2_HEADER || !hasText(head, 0, 'ID3')) return 0;
  let size = 0;
  for (const byte of head.subarray(6, 10)) {
    if (byte > 127) return 0;
    size = size * 128 + byte;
  }
  const footer = (head[5] & 0x10) === 0 ? 0 : ID3V2_HEADER;
  return ID3V2_HEADER + size + footer;
}

/** Length of the APEv2 tag whose footer ends these bytes, 0 where none does. */
function apeLength(tail: Uint8Array): number {
  if (tail.length < APE_FOOTER || !hasText(tail, tail.length - APE_FOOTER, 'APETAGEX')) return 0;
  const footer = viewOf(tail.subarray(tail.length - APE_FOOTER));
  const hasHeader = (footer.getUint32(20, true) & 0x80000000) !== 0;
  return footer.getUint32(12, true) + (hasHeader ? APE_FOOTER : 0);
}

/**
 * What lies between the tags in front of a file (ID3v2, any number of them) and those behind it (ID3v1, APEv2).
 * Decoders are better off without: a cover picture may hold what looks like a frame of sound.
 */
export async function withoutTags(file: AudioFile): Promise<ByteRange> {
  let start = 0;
  for (let tags = 0; tags < MAX_TAGS; tags++) {
    const length = id3v2Length(await file.readAt(start, ID3V2_HEADER));
    if (length === 0) break;
    start = Math.min(file.size, start + length);
  }
  let end = file.size;
  const tail = await file.readAt(Math.max(start, end - ID3V1_BYTES), ID3V1_BYTES);
  if (tail.length === ID3V1_BYTES && hasText(tail, 0, 'TAG')) end -= ID3V1_BYTES;
  const ape = apeLength(
    await file.readAt(Math.max(start, end - APE_FOOTER), Math.min(APE_FOOTER, end - start)),
  );
  if (ape <= end - start) end -= ape;
  return { start, end };
}
