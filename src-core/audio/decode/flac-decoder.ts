import { concatBytes } from '../container/bytes.ts';
import type { Decoded, Decoder } from './decoder.ts';
import { FlacFrameSplitter, type FlacFrame } from './flac-frames.ts';
import { openLibraryDecoder } from './library-decoder.ts';

/**
 * FLAC, frame by frame. The library's own search for frames loses one wherever a frame's header is cut in two by
 * the end of a piece, and all that follow a damaged one. So it is given whole frames only, and where it delivers less
 * than their headers promise, a new decoder goes on behind the frame that is at fault.
 *
 * The first bytes pushed are the stream's marker and STREAMINFO.
 */
export class FlacDecoder implements Decoder {
  readonly #splitter = new FlacFrameSplitter();
  #header: Uint8Array | null = null;
  #decoder: Decoder | null = null;
  /** The newest frame, which the library holds until it has seen the next one. */
  #held: FlacFrame | null = null;

  async push(bytes: Uint8Array): Promise<Decoded[]> {
    if (this.#header !== null) return this.#decode(this.#splitter.push(bytes));
    this.#header = bytes;
    return [];
  }

  async finish(): Promise<Decoded[]> {
    const last = await this.#decode(this.#splitter.flush());
    const rest = await this.#decoder?.finish().catch(() => []);
    return [...last, ...(rest ?? [])];
  }

  free(): void {
    this.#decoder?.free();
    this.#decoder = null;
  }

  async #decode(frames: FlacFrame[]): Promise<Decoded[]> {
    const parts: Decoded[] = [];
    let queue = frames;
    while (queue.length > 0) {
      const decoded = await this.#feed(queue);
      parts.push(...decoded);
      const samples = decoded.reduce((sum, part) => sum + part.channels[0].length, 0);
      queue = this.#undecoded(queue, samples);
    }
    return parts;
  }

  async #feed(frames: FlacFrame[]): Promise<readonly Decoded[]> {
    try {
      this.#decoder ??= await this.#open();
      return await this.#decoder.push(concatBytes(...frames.map((frame) => frame.bytes)));
    } catch {
      return []; // counted as damage, like silence from the library
    }
  }

  async #open(): Promise<Decoder> {
    const decoder = await openLibraryDecoder('flac');
    await decoder.push(this.#header!);
    return decoder;
  }

  /** What is to be fed again after the library answered `fed` with so many samples: nothing, where none are missing. */
  #undecoded(fed: FlacFrame[], samples: number): FlacFrame[] {
    const expected = this.#held === null ? fed : [this.#held, ...fed];
    this.#held = expected.at(-1)!;
    let surplus = samples;
    const faulty = expected.findIndex((frame) => (surplus -= frame.samples) < 0);
    if (faulty === expected.length - 1 || faulty < 0) return [];
    this.free();
    this.#held = null;
    return expected.slice(faulty + 1);
  }
}
