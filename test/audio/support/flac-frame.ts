/** Writes whole numbers into bytes, the highest bit first. */
class BitWriter {
  readonly #bits: number[] = [];

  /** The lowest `count` bits of `value`; negative ones in two's complement. */
  put(value: bigint | number, count: number): void {
    const wrapped = BigInt.asUintN(count, BigInt(value));
    for (let i = count - 1; i >= 0; i--) this.#bits.push(Number((wrapped >> BigInt(i)) & 1n));
  }

  bytes(): Buffer {
    while (this.#bits.length % 8 !== 0) this.#bits.push(0);
    const bytes = Buffer.alloc(this.#bits.length / 8);
    this.#bits.forEach((bit, i) => (bytes[i >> 3] |= bit << (7 - (i & 7))));
    return bytes;
  }
}

function crc(bytes: Buffer, width: number, polynomial: number): number {
  let value = 0;
  for (const byte of bytes) {
    value ^= byte << (width - 8);
    for (let bit = 0; bit < 8; bit++) value = (value << 1) ^ (value & (1 << (width - 1)) ? polynomial : 0);
    value &= 2 ** width - 1;
  }
  return value;
}

const BITS_CODES: Readonly<Record<number, number>> = { 8: 1, 12: 2, 16: 4, 20: 5, 24: 6, 32: 7 };

/** How a channel is written: sample by sample, or as residuals of nothing, with a Rice parameter or (null) as they are. */
export type Coding = 'verbatim' | { readonly riceParameter: number | null };

/**
 * A FLAC frame of integers at 44 100 Hz (RFC 9639, section 9), written in the plainest way, to hold a decoder against: each channel
 * by itself, in one partition. Codings are taken in turn. `number` is its place in the stream, under 128.
 */
export function flacFrame(
  channels: readonly (readonly number[])[],
  sampleBits: number,
  codings: readonly Coding[],
  number = 0,
): Buffer {
  const header = new BitWriter();
  header.put(0xfff8, 16);
  header.put(0x79, 8); // a number of samples in 16 bits, 44 100 Hz
  header.put(channels.length - 1, 4);
  header.put(BITS_CODES[sampleBits] << 1, 4);
  header.put(number, 8);
  header.put(channels[0].length - 1, 16);
  const head = header.bytes();
  const bits = new BitWriter();
  channels.forEach((samples, i) => {
    const coding = codings[i % codings.length];
    bits.put(coding === 'verbatim' ? 0x02 : 0x10, 8);
    if (coding === 'verbatim') for (const sample of samples) bits.put(sample, sampleBits);
    else putResiduals(bits, samples, coding.riceParameter, sampleBits);
  });
  const whole = Buffer.concat([head, Buffer.from([crc(head, 8, 0x07)]), bits.bytes()]);
  const check = Buffer.alloc(2);
  check.writeUInt16BE(crc(whole, 16, 0x8005));
  return Buffer.concat([whole, check]);
}

function putResiduals(bits: BitWriter, values: readonly number[], parameter: number | null, raw: number) {
  bits.put(1, 2); // Rice parameters of five bits
  bits.put(0, 4);
  bits.put(parameter ?? 31, 5);
  if (parameter === null) bits.put(raw === 32 ? 31 : raw, 5);
  for (const value of values) {
    if (parameter === null) {
      bits.put(value, raw === 32 ? 31 : raw);
      continue;
    }
    const folded = value >= 0 ? BigInt(value) * 2n : -BigInt(value) * 2n - 1n;
    const zeros = Number(folded >> BigInt(parameter));
    for (let i = 0; i < zeros; i++) bits.put(0, 1);
    bits.put(1, 1);
    bits.put(folded, parameter);
  }
}
