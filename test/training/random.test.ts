import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src-core/training/run/random.ts';

describe('createRandom', () => {
  it('repeats itself for the same seed and scope and differs otherwise', () => {
    const draw = (...scope: [number, ...(string | number)[]]): number[] => {
      const random = createRandom(...scope);
      return Array.from({ length: 5 }, () => random.uniform());
    };
    expect(draw(1, 'epoch', 2)).toEqual(draw(1, 'epoch', 2));
    expect(draw(1, 'epoch', 2)).not.toEqual(draw(1, 'epoch', 3));
    expect(draw(1, 'epoch', 2)).not.toEqual(draw(2, 'epoch', 2));
  });

  it('shuffles without losing anything', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.nat(), (items, seed) => {
        const shuffled = createRandom(seed).shuffle([...items]);
        expect(shuffled.toSorted((a, b) => a - b)).toEqual(items.toSorted((a, b) => a - b));
      }),
    );
  });

  it('draws normal numbers with mean 0 and deviation 1', () => {
    const random = createRandom(3);
    const values = Array.from({ length: 20_000 }, random.normal);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(variance - 1)).toBeLessThan(0.05);
  });
});
