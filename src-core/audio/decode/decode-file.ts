import { messageOf, SegueError } from '../../contract/errors.ts';
import type { AudioFile } from '../container/audio-file.ts';
import { detectFormat } from '../container/detect-format.ts';
import { Pace } from '../container/pace.ts';
import type { PcmBlock } from '../pcm-block.ts';
import type { Decoded, Decoder } from './decoder.ts';
import { FORMAT_READERS } from './formats.ts';

/** Where damage stops a decoder, this much, or half the file, is enough to keep what came before. */
const ENOUGH_SECONDS = 5;
/** Read in vain, so many bytes are a decoder gathering a damaged file up in memory. */
const MAX_BYTES_WITHOUT_SOUND = 32 << 20;
const MIN_RATE_HZ = 1000;
const MAX_RATE_HZ = 768_000;
const MAX_CHANNELS = 64;

/** Decodes an open file block by block, samples as the decoder delivers them. Throws SegueError; see `openPcm`. */
export async function* decodeFile(file: AudioFile, signal?: AbortSignal): AsyncGenerator<PcmBlock> {
  const { format, ...range } = await detectFormat(file);
  const reader = FORMAT_READERS[format];
  const pace = new Pace();
  const progress = { seconds: 0, bytesRead: 0, bytesInVain: 0 };
  const decoder = await reader.open();
  try {
    for await (const bytes of reader.chunks(file, range, pace)) {
      signal?.throwIfAborted();
      progress.bytesRead += bytes.length;
      progress.bytesInVain += bytes.length;
      const secondsBefore = progress.seconds;
      for await (const decoded of decode(decoder, bytes)) {
        const block = toBlock(decoded, file.path);
        progress.seconds += block.channels[0].length / block.sampleRateHz;
        yield block;
      }
      const seconds = progress.seconds - secondsBefore;
      pace.adapt(seconds);
      if (seconds > 0) progress.bytesInVain = 0;
      if (progress.bytesInVain > MAX_BYTES_WITHOUT_SOUND) throw new DecoderFailure('no sound for 32 MB');
    }
    let isAny = progress.seconds > 0;
    for await (const decoded of decode(decoder)) {
      isAny = true;
      yield toBlock(decoded, file.path);
    }
    if (!isAny) throw new DecoderFailure('no sound came out');
  } catch (error) {
    if (!(error instanceof DecoderFailure)) throw error;
    const enough = progress.seconds >= ENOUGH_SECONDS || progress.bytesRead >= file.size / 2;
    if (progress.seconds === 0 || !enough) throw failure(error, reader.name, file.path);
  } finally {
    decoder.free();
  }
}

/** What a decoder throws, told apart from what the consumer of a block or the file system does. */
class DecoderFailure extends Error {}

async function* decode(decoder: Decoder, bytes?: Uint8Array): AsyncGenerator<Decoded> {
  try {
    yield* await (bytes === undefined ? decoder.finish() : decoder.push(bytes));
  } catch (error) {
    throw new DecoderFailure(messageOf(error), { cause: error });
  }
}

function failure(error: DecoderFailure, name: string, path: string): SegueError {
  const unsupported = /unsupported|no decoder|not support/i.test(error.message);
  return unsupported
    ? new SegueError(
        'unsupported-format',
        `The ${name} file uses a coding that is not decoded: ${error.message}.`,
        {
          path,
          cause: error,
        },
      )
    : new SegueError(
        'corrupt-audio',
        `The ${name} file is damaged; it cannot be decoded (${error.message}).`,
        {
          path,
          cause: error,
        },
      );
}

function toBlock({ channels, sampleRateHz: reportedHz }: Decoded, path: string): PcmBlock {
  const sampleRateHz = Math.round(reportedHz); // old Macs recorded at 22 254.5 Hz
  if (!(sampleRateHz >= MIN_RATE_HZ && sampleRateHz <= MAX_RATE_HZ) || channels.length > MAX_CHANNELS) {
    const claim = `${channels.length} channels at ${reportedHz} Hz`;
    throw new SegueError('unsupported-format', `The file claims ${claim}.`, { path });
  }
  return { sampleRateHz, channels };
}
