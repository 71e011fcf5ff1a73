import { AudioFile } from './container/audio-file.ts';
import { fourCharacters, hasText, viewOf } from './container/bytes.ts';
import { detectFormat, type AudioFormat } from './container/detect-format.ts';
import { boxes, boxSize } from './container/mp4-boxes.ts';

const TYPES: Readonly<Record<AudioFormat, string>> = {
  mp3: 'audio/mpeg',
  aac: 'audio/aac',
  flac: 'audio/flac',
  'ogg-vorbis': 'audio/ogg',
  'ogg-opus': 'audio/ogg',
  'ogg-flac': 'audio/ogg',
  mp4: 'audio/mp4',
  wav: 'audio/wav',
  aiff: 'audio/aiff',
  asf: 'audio/x-ms-wma',
};

/** An index larger than this belongs to no music. */
const MAX_MOOV_BYTES = 64 << 20;

/**
 * The media type under which Chromium plays a file as it is, or null where it does not, so that the sound has to be
 * decoded first: AIFF, WMA, ALAC and other codings in MP4, MPEG layers I and II, 64-bit and RF64 waves.
 *
 * Throws SegueError as `openPcm` does for files that cannot be read or are no audio.
 */
export async function browserType(path: string): Promise<string | null> {
  const file = await AudioFile.open(path);
  try {
    const { format, start, end } = await detectFormat(file);
    return (await isPlayable(file, format, start, end)) ? TYPES[format] : null;
  } finally {
    await file.close();
  }
}

async function isPlayable(
  file: AudioFile,
  format: AudioFormat,
  start: number,
  end: number,
): Promise<boolean> {
  switch (format) {
    case 'aiff':
    case 'asf':
      return false;
    case 'mp3': {
      const frame = await file.readAt(start, 2);
      return ((frame[1] >> 1) & 3) === 1; // layer III (ISO 11172-3, 2.4.2.3)
    }
    case 'wav':
      return isPlayableWave(await file.readAt(start, 4096));
    case 'mp4':
      return (await mp4Codings(file, start, end)).every((coding) => coding === 'mp4a');
    default:
      return true;
  }
}

function isPlayableWave(head: Uint8Array): boolean {
  if (hasText(head, 0, 'RF64')) return false;
  const at = Buffer.from(head.buffer, head.byteOffset, head.length).indexOf('fmt ');
  return at < 0 || at + 24 > head.length || viewOf(head).getUint16(at + 22, true) !== 64;
}

/** What the sound tracks of an MP4 file are coded in, as its sample descriptions name it (ISO 14496-12, 8.5.2). */
async function mp4Codings(file: AudioFile, start: number, end: number): Promise<string[]> {
  for (let at = start; at + 8 <= end;) {
    const header = await file.readAt(at, 16);
    const found = boxSize(header, 0);
    if (found === null) return [];
    const size = Math.min(found.size, end - at);
    if (fourCharacters(header, 4) === 'moov' && size <= MAX_MOOV_BYTES) {
      return soundCodings(await file.readAt(at, size));
    }
    at += size;
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
