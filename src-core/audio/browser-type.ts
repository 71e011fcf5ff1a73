import { AudioFile } from './container/audio-file.ts';
import { hasText, viewOf } from './container/bytes.ts';
import { detectFormat, type AudioFormat, type DetectedFormat } from './container/detect-format.ts';
import { mp4Codings } from './container/mp4-codings.ts';

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

/**
 * The media type under which Chromium plays a file as it is, or null where it does not, so that the sound has to be
 * decoded first: AIFF, WMA, ALAC and other codings in MP4, MPEG layers I and II, 64-bit and RF64 waves.
 *
 * Throws SegueError as `openPcm` does for files that cannot be read or are no audio.
 */
export async function browserType(path: string): Promise<string | null> {
  const file = await AudioFile.open(path);
  try {
    const detected = await detectFormat(file);
    return (await isPlayable(file, detected)) ? TYPES[detected.format] : null;
  } finally {
    await file.close();
  }
}

async function isPlayable(file: AudioFile, { format, ...range }: DetectedFormat): Promise<boolean> {
  switch (format) {
    case 'aiff':
    case 'asf':
      return false;
    case 'mp3': {
      const frame = await file.readAt(range.start, 2);
      return ((frame[1] >> 1) & 3) === 1; // layer III (ISO 11172-3, 2.4.2.3)
    }
    case 'wav':
      return isPlayableWave(await file.readAt(range.start, 4096));
    case 'mp4':
      return (await mp4Codings(file, range)).every((coding) => coding === 'mp4a');
    default:
      return true;
  }
}

function isPlayableWave(head: Uint8Array): boolean {
  if (hasText(head, 0, 'RF64')) return false;
  const at = Buffer.from(head.buffer, head.byteOffset, head.length).indexOf('fmt ');
  return at < 0 || at + 24 > head.length || viewOf(head).getUint16(at + 22, true) !== 64;
}
