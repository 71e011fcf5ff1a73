import type { AudioFile } from './audio-file.ts';
import { hasText } from './bytes.ts';
import type { Pace } from './pace.ts';
import { plainChunks, type ByteRange } from './plain-chunks.ts';

const PAGE_HEADER = 27;
const MAX_PAGE_HEADER = PAGE_HEADER + 255;
/** A segment of this length goes on in the next one, and at the end of a page on the next page. */
const FULL_SEGMENT = 255;
/** As many as a comment of 64 MB takes; a picture is part of it. */
const MAX_PAGES = 1024;

/** A page: where it ends, and whether nothing but the middle of one packet is on it (RFC 3533, section 6). */
interface Page {
  readonly end: number;
  readonly isMiddle: boolean;
}

async function readPage(file: AudioFile, start: number): Promise<Page | null> {
  const header = await file.readAt(start, MAX_PAGE_HEADER);
  if (header.length < PAGE_HEADER || !hasText(header, 0, 'OggS')) return null;
  const segments = header.subarray(PAGE_HEADER, PAGE_HEADER + header[26]);
  const body = segments.reduce((sum, length) => sum + length, 0);
  const isContinued = (header[5] & 1) !== 0;
  const isMiddle = isContinued && segments.every((length) => length === FULL_SEGMENT);
  return { end: start + PAGE_HEADER + segments.length + body, isMiddle };
}

/** The pages right behind the first two, the second being where the comment begins, that hold more of it and nothing else. */
async function middleOfComment(file: AudioFile, { start, end }: ByteRange): Promise<ByteRange | null> {
  const first = await readPage(file, start);
  const second = first === null ? null : await readPage(file, first.end);
  if (second === null) return null;
  let position = second.end;
  for (let i = 0; i < MAX_PAGES && position < end; i++) {
    const page = await readPage(file, position);
    if (page?.isMiddle !== true) break;
    position = page.end;
  }
  return position > second.end ? { start: second.end, end: position } : null;
}

/**
 * An Ogg file without the middle of its comment: a cover picture there may be of many megabytes, of which the decoder
 * would keep several copies at once. The comment's first and last page stay, since the next header shares the last.
 */
export async function* oggChunks(file: AudioFile, range: ByteRange, pace: Pace): AsyncGenerator<Uint8Array> {
  const comment = await middleOfComment(file, range);
  if (comment === null) {
    yield* plainChunks(file, range, pace);
    return;
  }
  yield* plainChunks(file, { start: range.start, end: comment.start }, pace);
  yield* plainChunks(file, { start: comment.end, end: range.end }, pace);
}
