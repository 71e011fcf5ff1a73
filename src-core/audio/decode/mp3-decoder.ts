import { readFile } from 'node:fs/promises';
import { mpegInfo, type MpegInfo } from '../container/mpeg-info.ts';
import { wasm, type WasmMemory } from '../kernel/webassembly.ts';
import type { Decoded, Decoder } from './decoder.ts';
import { PlanarBuffer, type Stretch } from './planar-buffer.ts';

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

const MODULE = new URL('../kernel/mp3.wasm', import.meta.url);
let compiled: Promise<object> | undefined;

/**
 * MPEG audio, layers I to III. What an encoder added before and behind the music is left out where it says how much that is.
 *
 * The first bytes pushed begin with a frame, and hold all of it.
 */
export class Mp3Decoder implements Decoder {
  readonly #sound = new PlanarBuffer();
  #wasm: Functions | null = null;
  #isFirst = true;
  #span: MpegInfo['music'] = null;
  /** Samples decoded so far, but for the frame of information. */
  #samples = 0;

  async push(bytes: Uint8Array): Promise<Decoded[]> {
    this.#wasm ??= await instantiate();
    let sound = bytes;
    if (this.#isFirst) {
      this.#isFirst = false;
      const info = mpegInfo(bytes);
      if (info !== null) {
        // The header of a frame that is void: the decoder looks for the next.
        sound = bytes.subarray(4);
        this.#span = info.music;
      }
    }
    this.#sound.clear();
    const stretches: Stretch[] = [];
    for (let start = 0; start < sound.length;) {
      const room = this.#wasm.inputBytes() - this.#wasm.filledBytes();
      const piece = sound.subarray(start, start + room);
      new Uint8Array(this.#wasm.memory.buffer).set(piece, this.#wasm.input() + this.#wasm.filledBytes());
      stretches.push(...this.#decode(this.#wasm, piece.length, false));
      start += piece.length;
    }
    return this.#sound.views(stretches);
  }

  finish(): Promise<Decoded[]> {
    this.#sound.clear();
    return Promise.resolve(this.#wasm === null ? [] : this.#sound.views(this.#decode(this.#wasm, 0, true)));
  }

  free(): void {
    this.#wasm = null;
  }

  #decode(decoder: Functions, addedBytes: number, isEnd: boolean): Stretch[] {
    const stretches: Stretch[] = [];
    for (let added = addedBytes; ; added = 0) {
      const samples = decoder.decode(added, Number(isEnd));
      if (samples === 0) return stretches;
      const channels = decoder.channels();
      const at = this.#sound.length;
      this.#sound.append(
        Array.from(
          { length: channels },
          (_, i) => new Float32Array(decoder.memory.buffer, decoder.channel(i), samples),
        ),
      );
      for (const [from, to] of this.#music(samples)) {
        stretches.push({ sampleRateHz: decoder.rateHz(), channels, from: at + from, to: at + to });
      }
    }
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

async function instantiate(): Promise<Functions> {
  compiled ??= readFile(MODULE).then((bytes) => wasm.compile(bytes));
  const decoder = new wasm.Instance(await compiled, {}).exports as unknown as Functions;
  decoder.reset();
  return decoder;
}
