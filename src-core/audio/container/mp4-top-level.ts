import type { AudioFile } from './audio-file.ts';
import { fourCharacters } from './bytes.ts';
import { boxSize } from './mp4-boxes.ts';
import type { ByteRange } from './plain-chunks.ts';

/** No real file comes near; a damaged one is not to be walked eight bytes at a time to its end. */
const MAX_BOXES = 200_000;

/** A larger index belongs to no music: ten hours take 10 MB, a cover picture some more. */
export const MAX_MOOV_BYTES = 64 << 20;

/** A box of the file itself, its header included. */
interface TopLevelBox extends ByteRange {
  readonly type: string;
}

/** The boxes that a file is made of, found by hopping from header to header. */
export async function* topLevelBoxes(
  file: AudioFile,
  { start, end }: ByteRange,
): AsyncGenerator<TopLevelBox> {
  let position = start;
  for (let i = 0; i < MAX_BOXES && position < end; i++) {
    const header = await file.readAt(position, 16);
    const box = boxSize(header, 0);
    if (box === null) return;
    const found = {
      type: fourCharacters(header, 4),
      start: position,
      end: Math.min(end, position + box.size),
    };
    yield found;
    position = found.end;
  }
}
