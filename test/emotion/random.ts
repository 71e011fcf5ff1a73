import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { LstmWeights } from '../../src-core/emotion/network.ts';

/** A source of numbers in [-1, 1) and of arrays and weights made of them, the same for the same seed. */
export class TestRandom {
  readonly #generator;

  constructor(seed: number) {
    this.#generator = xoroshiro128plus(seed);
  }

  next(): number {
    return 2 * uniformFloat64(this.#generator) - 1;
  }

  floats(length: number, scale = 1): Float32Array {
    return Float32Array.from({ length }, () => scale * this.next());
  }

  lstm(inputs: number, units: readonly number[], scale = 0.5): LstmWeights[] {
    return units.map((count, i) => {
      const width = i === 0 ? inputs : units[i - 1];
      return {
        inputs: width,
        units: count,
        kernel: this.floats(width * 4 * count, scale),
        recurrent: this.floats(count * 4 * count, scale),
        bias: this.floats(4 * count, scale),
      };
    });
  }
}

export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new Error(`lengths differ: ${a.length} and ${b.length}`);
  let largest = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = Math.abs(a[i] - b[i]);
    if (!(difference <= largest)) largest = difference;
  }
  return largest;
}
