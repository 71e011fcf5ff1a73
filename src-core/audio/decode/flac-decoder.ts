import { readFile } from 'node:fs/promises';
import { wasm, type WasmMemory } from '../kernel/webassembly.ts';
import type { Decoded, Decoder } from './decoder.ts';
import { type FlacFrame, FlacFrameSplitter } from './flac-frames.ts';
import { PlanarBuffer, type Stretch } from './planar-buffer.ts';

/** What `flac.wasm` exports; see `kernel/flac/decoder.c`. */
interface Functions {
  readonly memory: WasmMemory;
  input(): number;
  inputBytes(): number;
  channel(index: number): number;
  decode(
    frameBytes: number,
    headerBytes: number,
    samples: number,
    assignment: number,
    sampleBits: number,
  ): number;
}

interface StreamInfo {
  readonly sampleRateHz: number;
  readonly sampleBits: number;
}

const MODULE = new URL('../kernel/flac.wasm', import.meta.url);
let compiled: Promise<object> | undefined;

/**
 * FLAC, frame by frame. One that is damaged, by its checksum or by what it says, gives no sound, and its neighbours do.
 *
 * The first bytes pushed are the stream's marker and STREAMINFO.
 */
export class FlacDecoder implements Decoder {
  readonly #splitter = new FlacFrameSplitter();
  readonly #sound = new PlanarBuffer();
  #wasm: Functions | null = null;
  #info: StreamInfo | null = null;

  async push(bytes: Uint8Array): Promise<Decoded[]> {
    if (this.#info !== null) return this.#decode(this.#splitter.push(bytes));
    this.#info = readStreamInfo(bytes);
    this.#wasm = await instantiate();
    return [];
  }

  finish(): Promise<Decoded[]> {
    return Promise.resolve(this.#decode(this.#splitter.flush()));
  }

  free(): void {
    this.#wasm = null;
  }

  #decode(frames: readonly FlacFrame[]): Decoded[] {
    const decoder = this.#wasm;
    const info = this.#info;
    if (decoder === null || info === null) return [];
    this.#sound.clear();
    const stretches: Stretch[] = [];
    for (const frame of frames) {
      const channels = decodeFrame(decoder, frame, info);
      if (channels === null) continue;
      const from = this.#sound.length;
      this.#sound.append(channels);
      const sampleRateHz = frame.header.sampleRateHz ?? info.sampleRateHz;
      const last = stretches.at(-1);
      if (last?.sampleRateHz === sampleRateHz && last.channels === channels.length) {
        last.to = this.#sound.length;
      } else {
        stretches.push({ sampleRateHz, channels: channels.length, from, to: this.#sound.length });
      }
    }
    return this.#sound.views(stretches);
  }
}

/** Views of the decoder's memory; null where the frame is damaged. */
function decodeFrame(decoder: Functions, { bytes, header }: FlacFrame, info: StreamInfo) {
  const sampleBits = header.sampleBits ?? info.sampleBits;
  if (bytes.length > decoder.inputBytes() || sampleBits < 4) return null;
  const memory = decoder.memory.buffer;
  new Uint8Array(memory).set(bytes, decoder.input());
  const { assignment, samples } = header;
  if (decoder.decode(bytes.length, header.bytes, samples, assignment, sampleBits) === 0) return null;
  return Array.from(
    { length: assignment < 8 ? assignment + 1 : 2 },
    (_, channel) => new Float32Array(memory, decoder.channel(channel), samples),
  );
}

/** Rate and bits out of STREAMINFO (RFC 9639, section 8.2), behind the marker and the header of its block. */
function readStreamInfo(bytes: Uint8Array): StreamInfo {
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(18);
  return { sampleRateHz: (a << 12) | (b << 4) | (c >> 4), sampleBits: (((c & 1) << 4) | (d >> 4)) + 1 };
}

async function instantiate(): Promise<Functions> {
  compiled ??= readFile(MODULE).then((bytes) => wasm.compile(bytes));
  return new wasm.Instance(await compiled, {}).exports as unknown as Functions;
}
