import { SegueError } from '../../contract/errors.ts';
import type { AudioFile } from './audio-file.ts';
import { hasText } from './bytes.ts';
import { findMpegStream } from './mpeg-frames.ts';
import type { ByteRange } from './plain-chunks.ts';
import { withoutTags } from './tags.ts';

export type AudioFormat =
  'mp3' | 'aac' | 'flac' | 'ogg-vorbis' | 'ogg-opus' | 'ogg-flac' | 'mp4' | 'wav' | 'aiff' | 'asf';

/** What a file is, and where in it the sound lies once the tags are off. */
export interface DetectedFormat extends ByteRange {
  readonly format: AudioFormat;
}

/** How far into a file the first frame of MPEG audio is looked for. */
const SEARCH_BYTES = 256 * 1024;
const MAGIC_BYTES = 512;

/** First page of a logical Ogg stream: what its packet begins with (RFC 7845, RFC 5334, the Ogg FLAC mapping). */
const OGG_CODECS: readonly (readonly [string, AudioFormat])[] = [
  ['OpusHead', 'ogg-opus'],
  ['\x01vorbis', 'ogg-vorbis'],
  ['\x7FFLAC', 'ogg-flac'],
];

/** Boxes that MP4 and QuickTime files begin with. */
const MP4_BOXES = ['ftyp', 'moov', 'mdat', 'free', 'skip', 'wide', 'pnot'];

const ASF_HEADER = '\x30\x26\xB2\x75\x8E\x66\xCF\x11\xA6\xD9\x00\xAA\x00\x62\xCE\x6C';

/** Known by what stands at the start, and not decoded. */
const UNSUPPORTED: readonly (readonly [string, string])[] = [
  ['MThd', 'MIDI'],
  ['MAC ', "Monkey's Audio"],
  ['wvpk', 'WavPack'],
  ['TTA1', 'True Audio'],
  ['MPCK', 'Musepack'],
  ['MP+', 'Musepack'],
  ['DSD ', 'DSD'],
  ['FRM8', 'DSD'],
  ['caff', 'Core Audio'],
  ['#!AMR', 'AMR'],
  ['.snd', 'AU'],
  ['\x1A\x45\xDF\xA3', 'Matroska or WebM'],
  ['OggS', 'an Ogg stream without Vorbis, Opus or FLAC'],
  ['RIFF', 'a RIFF file other than WAVE'],
  ['FORM', 'an IFF file other than AIFF'],
];

function fromMagic(head: Uint8Array): AudioFormat | null {
  if (hasText(head, 0, 'fLaC')) return 'flac';
  if ((hasText(head, 0, 'RIFF') || hasText(head, 0, 'RF64')) && hasText(head, 8, 'WAVE')) return 'wav';
  if (hasText(head, 0, 'FORM') && (hasText(head, 8, 'AIFF') || hasText(head, 8, 'AIFC'))) return 'aiff';
  if (hasText(head, 0, ASF_HEADER)) return 'asf';
  if (hasText(head, 0, 'OggS')) {
    const packet = head.length > 27 ? 27 + head[26] : 0;
    return OGG_CODECS.find(([text]) => hasText(head, packet, text))?.[1] ?? null;
  }
  return MP4_BOXES.some((box) => hasText(head, 4, box)) ? 'mp4' : null;
}

/**
 * What a file is, by its bytes alone: names lie. Throws SegueError 'unsupported-format' for what is known but not
 * decoded and 'not-audio' for what is not known.
 */
export async function detectFormat(file: AudioFile): Promise<DetectedFormat> {
  const range = await withoutTags(file);
  const { path } = file;
  const head = await file.readAt(range.start, Math.min(MAGIC_BYTES, range.end - range.start));
  const format = fromMagic(head);
  if (format !== null) return { format, ...range };
  const known = UNSUPPORTED.find(([text]) => hasText(head, 0, text));
  if (known !== undefined) {
    throw new SegueError('unsupported-format', `This is ${known[1]}, which Segue cannot decode.`, { path });
  }
  const search = await file.readAt(range.start, Math.min(SEARCH_BYTES, range.end - range.start));
  const found = findMpegStream(search);
  if (found === null) {
    throw new SegueError('not-audio', 'No audio format that Segue knows begins like this file.', { path });
  }
  return { format: found.kind, start: range.start + found.offset, end: range.end };
}
