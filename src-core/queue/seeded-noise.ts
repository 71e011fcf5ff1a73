/**
 * A number that chance would give, standard Gumbel, from a seed and two tracks: the same whenever and wherever it is
 * asked for. Adding it to what candidates are worth makes the best of them a draw from the softmax of their worth
 * (Gumbel 1954).
 */
export function seededNoise(seed: number, afterId: number, trackId: number): number {
  const uniform = (mix(mix(mix(seed | 0) ^ afterId) ^ trackId) + 0.5) / 2 ** 32;
  return -Math.log(-Math.log(uniform));
}

/** The finaliser of MurmurHash3 (Appleby, public domain): every bit of the result depends on every bit given. */
function mix(value: number): number {
  let h = (value + 0x9e3779b9) | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
