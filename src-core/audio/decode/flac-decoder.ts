import { FLACDecoder as LibraryDecoder } from '@wasm-audio-decoders/flac';
import type { Decoded, Decoder } from './decoder.ts';
import { type FlacFrame, FlacFrameSplitter } from './flac-frames.ts';
import { quietly } from './quiet-console.ts';

/**
 * FLAC, frame by frame. The library's own search for frames looks at every byte, and loses a frame wherever its header is
 * cut in two by the end of a piece; so it is given whole frames. One that is damaged gives no sound, and its neighbours do.
 *
 * The first bytes pushed are the stream's marker and STREAMINFO.
 */
export class FlacDecoder implements Decoder {
  readonly #splitter = new FlacFrameSplitter();
  #header: Uint8Array | null = null;
  #decoder: LibraryDecoder | null = null;

  async push(bytes: Uint8Array): Promise<Decoded[]> {
    if (this.#header !== null) return this.#decode(this.#splitter.push(bytes));
    this.#header = bytes;
    return [];
  }

  finish(): Promise<Decoded[]> {
    return this.#decode(this.#splitter.flush());
  }

  free(): void {
    this.#decoder?.free();
    this.#decoder = null;
  }

  async #decode(frames: readonly FlacFrame[]): Promise<Decoded[]> {
    if (frames.length === 0) return [];
    const together = await this.#feed(frames);
    if (together !== null) return [together];
    // Which of them is at fault shows when each is decoded by itself, after the others by a decoder that never met it.
    const parts: Decoded[] = [];
    for (const frame of frames) parts.push(...nothingOr(await this.#feed([frame])));
    return parts;
  }

  /** Null where less came out than the frames' headers promise; the next ones then get a new decoder. */
  async #feed(frames: readonly FlacFrame[]): Promise<Decoded | null> {
    const promised = frames.reduce((sum, { samples }) => sum + samples, 0);
    try {
      const decoder = (this.#decoder ??= await open(this.#header!));
      const bytes = frames.map((frame) => frame.bytes);
      const decoded = await quietly(() => decoder.decodeFrames(bytes));
      if (decoded.samplesDecoded === promised && decoded.channelData.length > 0) {
        return { channels: decoded.channelData, sampleRateHz: decoded.sampleRate };
      }
    } catch {
      // Frames that differ in their channels, which the library cannot join.
    }
    this.free();
    return null;
  }
}

function nothingOr<T>(value: T | null): T[] {
  return value === null ? [] : [value];
}

async function open(header: Uint8Array): Promise<LibraryDecoder> {
  const decoder = quietly(() => new LibraryDecoder());
  await decoder.ready;
  await quietly(() => decoder.decodeFrames([header]));
  return decoder;
}
