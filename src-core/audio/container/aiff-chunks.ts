import { SegueError } from '../../contract/errors.ts';
import type { AudioFile } from './audio-file.ts';
import { fourCharacters, hasText, viewOf } from './bytes.ts';
import { findChunks } from './iff.ts';
import type { Pace } from './pace.ts';
import { plainChunks, type ByteRange } from './plain-chunks.ts';

const COMMON_BYTES = 18;
const MAX_CHANNELS = 64;
/** Bits of a sample by the coding's name; null: as the common chunk states. */
const CODINGS: Readonly<Record<string, number | null>> = {
  NONE: null,
  twos: null,
  sowt: null,
  fl32: 32,
  FL32: 32,
  fl64: 64,
  FL64: 64,
  alaw: 8,
  ulaw: 8,
  ULAW: 8,
};

interface AiffFormat {
  readonly common: Uint8Array;
  readonly coding: string;
  readonly frameBytes: number;
  readonly frames: number;
}

function parseCommon(common: Uint8Array, compressed: boolean, path: string): AiffFormat {
  if (common.length < COMMON_BYTES) {
    throw new SegueError('corrupt-audio', 'The AIFF common chunk is cut short.', { path });
  }
  const coding = compressed && common.length >= 22 ? fourCharacters(common, COMMON_BYTES) : 'NONE';
  if (!(coding in CODINGS)) {
    throw new SegueError('unsupported-format', `AIFF-C coding "${coding}" is not decoded.`, { path });
  }
  const view = viewOf(common);
  const channels = view.getUint16(0);
  const bits = CODINGS[coding] ?? Math.ceil(view.getUint16(6) / 8) * 8;
  if (channels === 0 || channels > MAX_CHANNELS || bits === 0 || bits > 64) {
    const claim = `${channels} channels of ${bits} bits`;
    throw new SegueError('corrupt-audio', `The AIFF header claims ${claim}.`, { path });
  }
  return { common, coding, frameBytes: (channels * bits) / 8, frames: view.getUint32(2) };
}

/** A header with the common chunk in front of the sound, whatever their order in the file. */
function plainHeader(format: AiffFormat): Uint8Array {
  const header = Buffer.alloc(12 + 8 + 24 + 16);
  header.write('FORM\x7F\xFF\xFF\xFFAIFCCOMM', 0, 'latin1');
  header.writeUInt32BE(24, 16);
  header.set(format.common.subarray(0, COMMON_BYTES), 20);
  header.writeUInt32BE(0, 22); // the decoder would hold this number of frames against every single chunk
  header.write(`${format.coding}\0\0`, 38, 'latin1');
  header.write('SSND\x7F\xFF\xFF\xFF', 44, 'latin1');
  return header;
}

/** An AIFF or AIFF-C file as its bare header and its samples. */
export async function* aiffChunks(file: AudioFile, range: ByteRange, pace: Pace): AsyncGenerator<Uint8Array> {
  const { path } = file;
  const chunks = await findChunks(file, range, 'big', ['COMM', 'SSND']);
  const comm = chunks.get('COMM');
  const sound = chunks.get('SSND');
  if (comm === undefined || sound === undefined) {
    throw new SegueError('corrupt-audio', 'The AIFF file has no common chunk or no sound in it.', { path });
  }
  const compressed = hasText(await file.readAt(range.start, 12), 8, 'AIFC');
  const format = parseCommon(await file.readAt(comm.start, Math.min(22, comm.size)), compressed, path);
  const offset = await file.readAt(sound.start, 8);
  if (offset.length < 8)
    throw new SegueError('corrupt-audio', 'The AIFF file ends before its sound.', { path });
  yield plainHeader(format);
  const start = sound.start + 8 + viewOf(offset).getUint32(0);
  const byFrames = format.frames === 0 ? Infinity : start + format.frames * format.frameBytes;
  yield* plainChunks(file, { start, end: Math.min(sound.start + sound.size, byFrames, range.end) }, pace);
}
