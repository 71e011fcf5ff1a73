import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A stream of random numbers that depends only on its seed and scope. */
export interface Random {
  /** Uniform in [0, 1). */
  uniform: () => number;
  /** Standard normal (Box-Muller). */
  normal: () => number;
  /** Uniform integer in [0, below). */
  integer: (below: number) => number;
  /** Shuffles in place (Fisher-Yates) and returns its argument. */
  shuffle: <T extends unknown[] | Uint32Array>(items: T) => T;
}

/** FNV-1a, 32 bit (draft-eastlake-fnv): spreads short labels well enough to seed a generator. */
export function hashLabel(label: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < label.length; i++) {
    hash = Math.imul(hash ^ label.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * A generator for one purpose, such as `(seed, 'fold 2', 'epoch', 5)`. Because every purpose has a stream of its
 * own, a resumed run draws the same numbers as one that was never stopped, without storing any generator's state.
 */
export function createRandom(seed: number, ...scope: (string | number)[]): Random {
  const generator = xoroshiro128plus(hashLabel([seed, ...scope].join('/')) | 0);
  const uniform = (): number => uniformFloat64(generator);
  const integer = (below: number): number => uniformInt(generator, 0, below - 1);
  return {
    uniform,
    integer,
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    shuffle: (items) => {
      for (let i = items.length - 1; i > 0; i--) {
        const j = integer(i + 1);
        [items[i], items[j]] = [items[j], items[i]];
      }
      return items;
    },
  };
}
