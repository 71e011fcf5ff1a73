import type { AudioFile } from './audio-file.ts';
import { fourCharacters, hasText } from './bytes.ts';
import { boxes } from './mp4-boxes.ts';
import { MAX_MOOV_BYTES, topLevelBoxes } from './mp4-top-level.ts';
import type { ByteRange } from './plain-chunks.ts';

/**
 * What the sound tracks of an MP4 file are coded in, as its sample descriptions name it (ISO 14496-12, 8.5.2): `mp4a`,
 * `alac` … None where the file has no index.
 */
export async function mp4Codings(file: AudioFile, range: ByteRange): Promise<string[]> {
  for await (const { type, start, end } of topLevelBoxes(file, range)) {
    if (type === 'moov' && end - start <= MAX_MOOV_BYTES)
      return soundCodings(await file.readAt(start, end - start));
  }
  return [];
}

function soundCodings(moov: Uint8Array): string[] {
  const codings: string[] = [];
  let isSound = false;
  for (const box of boxes(moov, 0, moov.length)) {
    // A track's handler comes before its sample descriptions; covers may be tracks as well.
    if (box.type === 'hdlr' && box.body + 12 <= box.end) isSound = hasText(moov, box.body + 8, 'soun');
    if (box.type === 'stsd' && isSound && box.body + 16 <= box.end) {
      codings.push(fourCharacters(moov, box.body + 12));
    }
  }
  return codings;
}
