import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Chance, the same for the same seed. */
export interface Random {
  /** In [0, 1). */
  uniform(): number;
  /** Of mean 0 and standard deviation 1, never beyond 3.5. */
  normal(): number;
  /** From 0 to `count - 1`. */
  below(count: number): number;
  pick<T>(values: readonly T[]): T;
}

export function createRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const random: Random = {
    uniform: () => uniformFloat64(generator),
    // Four uniform numbers are near enough to a bell, and cheap.
    normal: () => {
      let sum = -2;
      for (let i = 0; i < 4; i++) sum += uniformFloat64(generator);
      return sum * Math.sqrt(3);
    },
    below: (count) => uniformInt(generator, 0, count - 1),
    pick: (values) => values[random.below(values.length)],
  };
  return random;
}
