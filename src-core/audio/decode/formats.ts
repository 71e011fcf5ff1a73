import { aiffChunks } from '../container/aiff-chunks.ts';
import { asfChunks } from '../container/asf-chunks.ts';
import type { AudioFile } from '../container/audio-file.ts';
import type { AudioFormat } from '../container/detect-format.ts';
import { flacChunks } from '../container/flac-chunks.ts';
import { mp4Chunks } from '../container/mp4-chunks.ts';
import { oggChunks } from '../container/ogg-chunks.ts';
import type { Pace } from '../container/pace.ts';
import { plainChunks, type ByteRange } from '../container/plain-chunks.ts';
import { wavChunks } from '../container/wav-chunks.ts';
import type { Decoder } from './decoder.ts';
import { FlacDecoder } from './flac-decoder.ts';
import { openLibraryDecoder, type LibraryCodec } from './library-decoder.ts';
import { Mp3Decoder } from './mp3-decoder.ts';
import { OggDecoder } from './ogg-decoder.ts';

/** How a format is read from its file, and decoded. */
export interface FormatReader {
  /** For messages. */
  readonly name: string;
  readonly chunks: (file: AudioFile, range: ByteRange, pace: Pace) => AsyncGenerator<Uint8Array>;
  readonly open: () => Promise<Decoder>;
}

function byLibrary(name: string, codec: LibraryCodec, chunks = plainChunks): FormatReader {
  return { name, chunks, open: () => openLibraryDecoder(codec) };
}

function ogg(name: string, codec: LibraryCodec): FormatReader {
  return { name, chunks: oggChunks, open: () => Promise.resolve(new OggDecoder(codec)) };
}

export const FORMAT_READERS: Readonly<Record<AudioFormat, FormatReader>> = {
  mp3: { name: 'MPEG audio', chunks: plainChunks, open: () => Promise.resolve(new Mp3Decoder()) },
  aac: byLibrary('AAC', 'aac'),
  flac: { name: 'FLAC', chunks: flacChunks, open: () => Promise.resolve(new FlacDecoder()) },
  'ogg-vorbis': ogg('Ogg Vorbis', 'oga'),
  'ogg-opus': ogg('Ogg Opus', 'opus'),
  'ogg-flac': ogg('Ogg FLAC', 'flac'),
  mp4: byLibrary('MP4', 'm4a', mp4Chunks),
  wav: byLibrary('WAVE', 'wav', wavChunks),
  aiff: byLibrary('AIFF', 'aiff', aiffChunks),
  asf: byLibrary('Windows Media', 'wma', asfChunks),
};
