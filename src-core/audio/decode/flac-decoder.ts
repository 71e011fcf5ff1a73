import { instancesOf, type WasmMemory } from '../kernel/webassembly.ts';
import type { Decoded, Decoder } from './decoder.ts';
import { type FlacFrame, FlacFrameSplitter, type FlacHeader } from './flac-frames.ts';
import { Lending } from './lending.ts';

/** What `flac.wasm` exports; see `kernel/flac/decoder.c`. */
interface Functions {
  readonly memory: WasmMemory;
  input(): number;
  inputBytes(): number;
  channel(index: number): number;
  /** Samples that a channel has room for. */
  room(): number;
  decode(
    frameBytes: number,
    headerBytes: number,
    samples: number,
    assignment: number,
    sampleBits: number,
    at: number,
  ): number;
}

interface StreamInfo {
  readonly sampleRateHz: number;
  readonly sampleBits: number;
}

const newInstance = instancesOf<Functions>(new URL('../kernel/flac.wasm', import.meta.url));

/**
 * FLAC, frame by frame. One that is damaged, by its checksum or by what it says, gives no sound, and its neighbours do.
 *
 * The first bytes pushed are the stream's marker and STREAMINFO.
 */
export class FlacDecoder implements Decoder {
  readonly #splitter = new FlacFrameSplitter();
  readonly #lending = new Lending<Decoded>();
  #wasm: Functions | null = null;
  #info: StreamInfo | null = null;

  async push(bytes: Uint8Array): Promise<Iterable<Decoded>> {
    if (this.#info !== null) return this.#lending.lend(this.#decode(this.#splitter.push(bytes)));
    this.#info = readStreamInfo(bytes);
    this.#wasm = await newInstance();
    return [];
  }

  finish(): Promise<Iterable<Decoded>> {
    return Promise.resolve(this.#lending.lend(this.#decode(this.#splitter.flush())));
  }

  free(): void {
    this.#wasm = null;
  }

  /** As many frames at a time as have room, and are of one rate and number of channels. */
  *#decode(frames: readonly FlacFrame[]): Generator<Decoded> {
    const decoder = this.#wasm;
    const info = this.#info;
    if (decoder === null || info === null) return;
    let samples = 0;
    let [channels, sampleRateHz] = [0, 0];
    for (const { bytes, header } of frames) {
      const [width, rateHz] = [channelsOf(header), header.sampleRateHz ?? info.sampleRateHz];
      const fits = samples + header.samples <= decoder.room();
      if (samples > 0 && !(fits && width === channels && rateHz === sampleRateHz)) {
        yield { channels: views(decoder, channels, samples), sampleRateHz };
        samples = 0;
      }
      [channels, sampleRateHz] = [width, rateHz];
      if (decodeFrame(decoder, bytes, header, header.sampleBits ?? info.sampleBits, samples)) {
        samples += header.samples;
      }
    }
    if (samples > 0) yield { channels: views(decoder, channels, samples), sampleRateHz };
  }
}

function channelsOf({ assignment }: FlacHeader): number {
  return assignment < 8 ? assignment + 1 : 2;
}

/** The decoder's memory, the first `samples` of each channel. */
function views(decoder: Functions, channels: number, samples: number): Float32Array[] {
  return Array.from(
    { length: channels },
    (_, channel) => new Float32Array(decoder.memory.buffer, decoder.channel(channel), samples),
  );
}

/** Puts a frame behind what has been decoded; false where it is damaged. */
function decodeFrame(
  decoder: Functions,
  bytes: Uint8Array,
  header: FlacHeader,
  sampleBits: number,
  at: number,
): boolean {
  if (bytes.length > decoder.inputBytes() || sampleBits < 4) return false;
  new Uint8Array(decoder.memory.buffer).set(bytes, decoder.input());
  const { assignment, samples } = header;
  return decoder.decode(bytes.length, header.bytes, samples, assignment, sampleBits, at) !== 0;
}

/** Rate and bits out of STREAMINFO (RFC 9639, section 8.2), behind the marker and the header of its block. */
function readStreamInfo(bytes: Uint8Array): StreamInfo {
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(18);
  return { sampleRateHz: (a << 12) | (b << 4) | (c >> 4), sampleBits: (((c & 1) << 4) | (d >> 4)) + 1 };
}
