/** One frame: its bytes, and what its header promises of them. */
export interface FlacFrame {
  readonly bytes: Uint8Array;
  readonly header: FlacHeader;
}

export interface FlacHeader {
  readonly bytes: number;
  /** Samples of each channel. */
  readonly samples: number;
  /** Code of the channels: their number less one, or how two of them are told by their difference. */
  readonly assignment: number;
  /** Null where STREAMINFO has it. */
  readonly sampleBits: number | null;
  /** Null where STREAMINFO has it. */
  readonly sampleRateHz: number | null;
  /** Of the frame or, where frames vary in length, of its first sample. */
  readonly number: number;
  /** What stays the same from frame to frame: how they are numbered, their rate, their bits. */
  readonly kind: number;
  readonly variable: boolean;
}

const MAX_HEADER = 16;
const SAMPLE_BITS = [null, 8, 12, undefined, 16, 20, 24, 32] as const;
const RATES_KHZ = [88.2, 176.4, 192, 8, 16, 22.05, 24, 32, 44.1, 48, 96] as const;
/** Frames that damage may have taken between two good ones. */
const MAX_GAP = 64;
/** Longer than any frame. Where none was found in so many bytes, the next header opens a new beginning. */
const MAX_FRAME = 1 << 20;
/** Where there is no header at all in this many bytes, they are given up. */
const MAX_HELD = 4 * MAX_FRAME;

const CRC8 = Uint8Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ (crc & 0x80 ? 0x07 : 0)) & 0xff;
  return crc;
});

function blockSamples(code: number, bytes: Uint8Array, at: number): number {
  if (code === 1) return 192;
  if (code <= 5) return 576 << (code - 2);
  if (code === 6) return bytes[at] + 1;
  if (code === 7) return ((bytes[at] << 8) | bytes[at + 1]) + 1;
  return 256 << (code - 8);
}

/** Null where STREAMINFO has it; `at` is where those codes' own bytes stand that have some. */
function rateHz(code: number, bytes: Uint8Array, at: number): number | null {
  if (code === 0) return null;
  if (code < 12) return Math.round(RATES_KHZ[code - 1] * 1000);
  if (code === 12) return bytes[at] * 1000;
  return ((bytes[at] << 8) | bytes[at + 1]) * (code === 13 ? 1 : 10);
}

/** The frame header at `at` (RFC 9639, section 9.1), or null where none stands there, by its own checksum too. */
function parseHeader(bytes: Uint8Array, at: number): FlacHeader | null {
  if (bytes[at] !== 0xff || (bytes[at + 1] & 0xfe) !== 0xf8) return null;
  const [sizeCode, rateCode] = [bytes[at + 2] >> 4, bytes[at + 2] & 15];
  const [assignment, bits] = [bytes[at + 3] >> 4, bytes[at + 3] & 15];
  const sampleBits = SAMPLE_BITS[bits >> 1];
  if (sizeCode === 0 || rateCode === 15 || assignment > 10 || (bits & 1) !== 0) return null;
  if (sampleBits === undefined) return null;
  const first = bytes[at + 4];
  const more = first < 0x80 ? 0 : Math.clz32(~(first << 24)) - 1; // as in UTF-8, up to 36 bits
  if (more === 0 && first >= 0x80) return null;
  if (more > 6) return null;
  let number = first < 0x80 ? first : first & (0x3f >> more);
  for (let i = 1; i <= more; i++) number = number * 64 + (bytes[at + 4 + i] & 0x3f);
  let end = at + 5 + more;
  const samples = blockSamples(sizeCode, bytes, end);
  end += sizeCode === 6 ? 1 : sizeCode === 7 ? 2 : 0;
  const sampleRateHz = rateHz(rateCode, bytes, end);
  end += rateCode === 12 ? 1 : rateCode > 12 ? 2 : 0;
  let crc = 0;
  for (let i = at; i < end; i++) crc = CRC8[crc ^ bytes[i]]!;
  if (end >= bytes.length || crc !== bytes[end]) return null;
  const variable = (bytes[at + 1] & 1) === 1;
  const kind = (bytes[at + 1] << 8) | (rateCode << 4) | bits;
  return { bytes: end + 1 - at, samples, assignment, sampleBits, sampleRateHz, number, kind, variable };
}

/** Whether `next` can be the header that follows `header` in the same stream. */
function follows(header: FlacHeader, next: FlacHeader): boolean {
  if (next.kind !== header.kind) return false;
  const step = header.variable ? header.samples : 1;
  const widest = header.variable ? 65_535 : 1;
  const ahead = next.number - header.number;
  return ahead >= step && ahead <= step + MAX_GAP * widest;
}

/**
 * Finds the frames in a FLAC stream that arrives in pieces, by their headers alone: a frame ends where the header of a
 * later one begins. What a frame holds may be damaged; that does not keep its neighbours from being found.
 */
export class FlacFrameSplitter {
  #rest: Uint8Array = new Uint8Array(0);
  /** Header of the frame that `#rest` begins with. */
  #current: FlacHeader | null = null;
  #searched = 0;

  /** The frames that `bytes` completes. */
  push(bytes: Uint8Array): FlacFrame[] {
    this.#rest = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
    return this.#take(this.#rest.length - MAX_HEADER);
  }

  /** The last frame, at the end of the stream. */
  flush(): FlacFrame[] {
    const frames = this.#take(this.#rest.length - 1);
    if (this.#current !== null) frames.push({ bytes: this.#rest, header: this.#current });
    this.#rest = new Uint8Array(0);
    this.#current = null;
    return frames;
  }

  /** Looks for headers that begin before `limit`. */
  #take(limit: number): FlacFrame[] {
    const frames: FlacFrame[] = [];
    const bytes = this.#rest;
    let start = 0;
    let at = this.#searched;
    for (;;) {
      at = bytes.indexOf(0xff, at);
      if (at < 0 || at >= limit) break;
      const header = parseHeader(bytes, at);
      if (header !== null && this.#continues(header, at - start)) {
        if (this.#current !== null) frames.push({ bytes: bytes.subarray(start, at), header: this.#current });
        this.#current = header;
        start = at;
      }
      at += 1;
    }
    const searched = at < 0 ? bytes.length : at;
    if (this.#current === null || searched - start > MAX_HELD) {
      this.#current = null;
      start = searched;
    }
    this.#searched = searched - start;
    this.#rest = bytes.subarray(start);
    return frames;
  }

  #continues(header: FlacHeader, distance: number): boolean {
    return this.#current === null || distance > MAX_FRAME || follows(this.#current, header);
  }
}
