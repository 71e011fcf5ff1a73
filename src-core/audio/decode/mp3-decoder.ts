import { mpegInfo, type MpegInfo } from '../container/mpeg-info.ts';
import { instancesOf, type WasmMemory } from '../kernel/webassembly.ts';
import type { Decoded, Decoder } from './decoder.ts';
import { Lending } from './lending.ts';

/** What `mp3.wasm` exports; see `kernel/mp3/decoder.c`. */
interface Functions {
  readonly memory: WasmMemory;
  input(): number;
  inputBytes(): number;
  filledBytes(): number;
  channel(index: number): number;
  rateHz(): number;
  channels(): number;
  reset(): void;
  decode(addedBytes: number, isEnd: number): number;
}

const newInstance = instancesOf<Functions>(new URL('../kernel/mp3.wasm', import.meta.url));

/**
 * MPEG audio, layers I to III. What an encoder added before and behind the music is left out where it says how much that is.
 *
 * The first bytes pushed begin with a frame, and hold all of it.
 */
export class Mp3Decoder implements Decoder {
  readonly #lending = new Lending<Decoded>();
  #wasm: Functions | null = null;
  #isFirst = true;
  #span: MpegInfo['music'] = null;
  /** Samples decoded so far, but for the frame of information. */
  #samples = 0;

  async push(bytes: Uint8Array): Promise<Iterable<Decoded>> {
    const decoder = (this.#wasm ??= await newDecoder());
    const stream = this.#isFirst ? this.#withoutInfo(bytes) : bytes;
    this.#isFirst = false;
    return this.#lending.lend(this.#decode(decoder, stream, false));
  }

  finish(): Promise<Iterable<Decoded>> {
    if (this.#wasm === null) return Promise.resolve([]);
    return Promise.resolve(this.#lending.lend(this.#decode(this.#wasm, new Uint8Array(0), true)));
  }

  free(): void {
    this.#wasm = null;
  }

  /** The beginning of a stream, where the first frame tells of it instead of sounding. */
  #withoutInfo(bytes: Uint8Array): Uint8Array {
    const info = mpegInfo(bytes);
    if (info === null) return bytes;
    this.#span = info.music;
    // The header of a frame that is void: the decoder looks for the next.
    return bytes.subarray(4);
  }

  /** Views of the decoder's memory. */
  *#decode(decoder: Functions, bytes: Uint8Array, isEnd: boolean): Generator<Decoded> {
    let taken = 0;
    do {
      const piece = bytes.subarray(taken, taken + decoder.inputBytes() - decoder.filledBytes());
      new Uint8Array(decoder.memory.buffer).set(piece, decoder.input() + decoder.filledBytes());
      taken += piece.length;
      let samples = decoder.decode(piece.length, Number(isEnd));
      for (; samples > 0; samples = decoder.decode(0, Number(isEnd))) {
        for (const [from, to] of this.#music(samples)) {
          const channels = Array.from({ length: decoder.channels() }, (_, i) =>
            new Float32Array(decoder.memory.buffer, decoder.channel(i), samples).subarray(from, to),
          );
          yield { channels, sampleRateHz: decoder.rateHz() };
        }
      }
    } while (taken < bytes.length);
  }

  /** Where the next `samples` are music: not before it, nor between its end and that of the padding. */
  #music(samples: number): [from: number, to: number][] {
    const first = this.#samples;
    const end = (this.#samples += samples);
    if (this.#span === null) return [[0, samples]];
    const parts: [number, number][] = [
      [Math.max(first, this.#span.start), Math.min(end, this.#span.end)],
      [Math.max(first, this.#span.paddedEnd), end],
    ];
    return parts.filter(([from, to]) => from < to).map(([from, to]) => [from - first, to - first]);
  }
}

async function newDecoder(): Promise<Functions> {
  const decoder = await newInstance();
  decoder.reset();
  return decoder;
}
