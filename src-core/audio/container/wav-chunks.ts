import { SegueError } from '../../contract/errors.ts';
import type { AudioFile } from './audio-file.ts';
import { hasText, viewOf } from './bytes.ts';
import { findChunks } from './iff.ts';
import type { Pace } from './pace.ts';
import { plainChunks, type ByteRange } from './plain-chunks.ts';

/** Sample codings by format tag, and the bits that each may have in its container. */
const CODINGS = new Map<number, readonly number[]>([
  [1, [8, 16, 24, 32]], // integers
  [3, [32, 64]], // floats
  [6, [8]], // A-law
  [7, [8]], // mu-law
]);
const EXTENSIBLE = 0xfffe;
const MAX_CHANNELS = 64;

interface WavFormat {
  readonly tag: number;
  readonly channels: number;
  readonly rateHz: number;
  readonly bits: number;
}

function parseFormat(fmt: Uint8Array, path: string): WavFormat {
  if (fmt.length < 16) throw new SegueError('corrupt-audio', 'The WAVE format chunk is cut short.', { path });
  const view = viewOf(fmt);
  const outer = view.getUint16(0, true);
  const tag = outer === EXTENSIBLE && fmt.length >= 26 ? view.getUint16(24, true) : outer;
  const channels = view.getUint16(2, true);
  const allowed = CODINGS.get(tag);
  if (allowed === undefined) {
    throw new SegueError('unsupported-format', `WAVE coding 0x${tag.toString(16)} is not decoded.`, { path });
  }
  if (channels === 0 || channels > MAX_CHANNELS) {
    throw new SegueError('corrupt-audio', `The WAVE header claims ${channels} channels.`, { path });
  }
  // The container's width counts, not the bits used in it: 20 bits come in 24. Block sizes are sometimes wrong.
  const container = (view.getUint16(12, true) / channels) * 8;
  const stated = Math.ceil(view.getUint16(14, true) / 8) * 8;
  const bits = [container, stated].find((width) => allowed.includes(width));
  if (bits === undefined) {
    throw new SegueError('unsupported-format', `WAVE samples of ${stated} bits are not decoded.`, { path });
  }
  return { tag, channels, rateHz: view.getUint32(4, true), bits };
}

/** A header of the plainest kind, with the size field that stands for "to the end". */
function plainHeader({ tag, channels, rateHz, bits }: WavFormat): Uint8Array {
  const header = Buffer.alloc(44);
  const block = (channels * bits) / 8;
  header.write('RIFF\xFF\xFF\xFF\xFFWAVEfmt ', 0, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(tag, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(rateHz, 24);
  header.writeUInt32LE((rateHz * block) % 2 ** 32, 28);
  header.writeUInt16LE(block, 32);
  header.writeUInt16LE(bits, 34);
  header.write('data\xFF\xFF\xFF\xFF', 36, 'latin1');
  return header;
}

/** Bytes of sound by the data chunk's own size or, where 32 bits do not hold it (RF64, EBU Tech 3306), the ds64 chunk's. */
async function dataSize(file: AudioFile, start: number, size: number): Promise<number> {
  const head = await file.readAt(start, 36);
  if (hasText(head, 0, 'RF64') && hasText(head, 12, 'ds64') && head.length === 36) {
    return Number(viewOf(head).getBigUint64(28, true));
  }
  // What is written while it is being recorded says 0 or the largest number until it is finished.
  return size === 0 || size === 0xffffffff ? Infinity : size;
}

/**
 * A WAVE file as its bare header and its samples. Whatever stands before, between and after (cue points, tags,
 * pictures) is skipped, and nothing in the header is believed that could make a decoder run away.
 */
export async function* wavChunks(file: AudioFile, range: ByteRange, pace: Pace): AsyncGenerator<Uint8Array> {
  const { path } = file;
  const chunks = await findChunks(file, range, 'little', ['fmt ', 'data']);
  const fmt = chunks.get('fmt ');
  const data = chunks.get('data');
  if (fmt === undefined || data === undefined) {
    throw new SegueError('corrupt-audio', 'The WAVE file has no format or no sound in it.', { path });
  }
  yield plainHeader(parseFormat(await file.readAt(fmt.start, Math.min(40, fmt.size)), path));
  const end = data.start + (await dataSize(file, range.start, data.size));
  yield* plainChunks(file, { start: data.start, end: Math.min(end, range.end) }, pace);
}
