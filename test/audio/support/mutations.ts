/** A pseudo-random number in [0, 1), the next of a seeded series (mulberry32). */
export function randomSeries(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Random = () => number;
const below = (random: Random, limit: number) => Math.floor(random() * limit);
const EXTREMES = [0xffffffff, 0x7fffffff, 0x80000000, 0x00ffffff, 1, 0];
const HEADER = 600;

/** Ways in which files are found broken. Each takes a copy of a good one. */
export const MUTATIONS: Readonly<Record<string, (bytes: Buffer, random: Random) => Buffer>> = {
  'cut short': (bytes, random) => bytes.subarray(0, below(random, bytes.length)),
  'bits flipped': (bytes, random) => {
    for (let n = below(random, 20); n >= 0; n--) bytes[below(random, bytes.length)] ^= 1 << below(random, 8);
    return bytes;
  },
  'header scrambled': (bytes, random) => {
    const reach = Math.min(HEADER, bytes.length);
    for (let n = below(random, 6); n >= 0; n--) bytes[below(random, reach)] = below(random, 256);
    return bytes;
  },
  'numbers made extreme': (bytes, random) => {
    const reach = random() < 0.5 ? Math.min(HEADER, bytes.length) : bytes.length;
    for (let n = below(random, 3); n >= 0; n--) {
      bytes.writeUInt32BE(EXTREMES[below(random, EXTREMES.length)], below(random, reach - 4));
    }
    return bytes;
  },
  'a stretch overwritten': (bytes, random) => {
    const start = below(random, bytes.length);
    const end = Math.min(bytes.length, start + below(random, 5000));
    for (let i = start; i < end; i++) bytes[i] = below(random, 256);
    return bytes;
  },
  'a stretch missing': (bytes, random) => {
    const start = below(random, bytes.length);
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + below(random, 5000))]);
  },
  'noise behind the first bytes': (bytes, random) => {
    const noise = Buffer.from(Array.from({ length: below(random, 40_000) }, () => below(random, 256)));
    bytes.copy(noise, 0, 0, Math.min(noise.length, below(random, 64)));
    return noise;
  },
};
