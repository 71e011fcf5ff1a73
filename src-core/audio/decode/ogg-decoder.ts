import type { Decoded, Decoder } from './decoder.ts';
import { openLibraryDecoder, type LibraryCodec, type LibraryDecoder } from './library-decoder.ts';

/** How pages begin (RFC 3533, section 6): capture pattern, version, and the flags of a stream's first page or none. */
const FIRST_PAGE = Buffer.from('OggS\0\x02', 'latin1');
const LATER_PAGE = Buffer.from('OggS\0\0', 'latin1');

/**
 * Ogg, which may chain one logical stream behind another, each with its own rate, channels and code books. The library
 * decodes the first and takes the others for more of it; here each gets a decoder of its own.
 */
export class OggDecoder implements Decoder {
  readonly #codec: LibraryCodec;
  #decoder: LibraryDecoder | null = null;
  /** Bytes held back, since a first page may begin in them. */
  #held: Uint8Array = new Uint8Array(0);
  /** Whether the stream has had a later page: first pages that come before belong to it, or beside it. */
  #underWay = false;
  /** What a stream failed with after others had been decoded; thrown by the next call, behind their sound. */
  #failure: { reason: unknown } | null = null;

  constructor(codec: LibraryCodec) {
    this.#codec = codec;
  }

  async push(bytes: Uint8Array): Promise<Decoded[]> {
    if (this.#failure !== null) throw this.#failure.reason;
    const parts: Decoded[] = [];
    try {
      await this.#decodeStreams(Buffer.concat([this.#held, bytes]), parts);
    } catch (reason) {
      if (parts.length === 0) throw reason;
      this.#failure = { reason };
    }
    return parts;
  }

  async finish(): Promise<Decoded[]> {
    if (this.#failure !== null) throw this.#failure.reason;
    return [...(await this.#decode(this.#held)), ...(await this.#end())];
  }

  free(): void {
    this.#decoder?.free();
    this.#decoder = null;
  }

  async #decodeStreams(bytes: Buffer, parts: Decoded[]): Promise<void> {
    let rest = bytes;
    for (let next = this.#nextStream(rest); next >= 0; next = this.#nextStream(rest)) {
      parts.push(...(await this.#decode(rest.subarray(0, next))), ...(await this.#end()));
      rest = rest.subarray(next);
    }
    const sure = Math.max(0, rest.length - FIRST_PAGE.length + 1);
    this.#underWay ||= rest.includes(LATER_PAGE);
    this.#held = rest.subarray(sure);
    parts.push(...(await this.#decode(rest.subarray(0, sure))));
  }

  /** Where in `bytes` another stream begins, or -1. */
  #nextStream(bytes: Buffer): number {
    const from = this.#underWay ? 0 : bytes.indexOf(LATER_PAGE);
    return from < 0 ? -1 : bytes.indexOf(FIRST_PAGE, from);
  }

  async #decode(bytes: Uint8Array): Promise<readonly Decoded[]> {
    if (bytes.length === 0) return [];
    this.#decoder ??= await openLibraryDecoder(this.#codec);
    return this.#decoder.push(bytes);
  }

  async #end(): Promise<readonly Decoded[]> {
    const decoder = this.#decoder;
    this.#decoder = null;
    this.#underWay = false;
    try {
      return (await decoder?.finish()) ?? [];
    } finally {
      decoder?.free();
    }
  }
}
