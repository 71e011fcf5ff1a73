import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dealFolds, FOLD_COUNT, splitByFold } from '../../src-core/training/data/folds.ts';

interface Item {
  readonly group: string;
  readonly fold: number;
  readonly id: number;
}

const items = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer()), { minLength: 1, maxLength: 80 })
  .map((pairs) => pairs.map(([group, id]): Item => ({ group: `g${group}`, fold: group % FOLD_COUNT, id })));

describe('splitByFold', () => {
  it('never splits a group, loses nothing and tests on the fold alone', () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 0, max: 4 }), fc.nat(), (all, fold, seed) => {
        const { train, validation, test } = splitByFold(all, (item) => item, fold, seed);
        expect(train.length + validation.length + test.length).toBe(all.length);
        expect(test.every((item) => item.fold === fold)).toBe(true);
        const parts = [train, validation, test].map((part) => new Set(part.map(({ group }) => group)));
        for (const [i, a] of parts.entries()) {
          for (const b of parts.slice(i + 1)) expect([...a].filter((group) => b.has(group))).toEqual([]);
        }
      }),
    );
  });

  it('is the same for the same seed and differs between seeds', () => {
    const all = Array.from({ length: 60 }, (_, id): Item => ({ group: `g${id}`, fold: id % FOLD_COUNT, id }));
    const validation = (seed: number): Item[] => splitByFold(all, (item) => item, 0, seed).validation;
    expect(validation(1)).toEqual(validation(1));
    expect(validation(1)).not.toEqual(validation(2));
    expect(validation(1)).toHaveLength(8);
  });

  it('refuses a group that lies in two folds', () => {
    const all: Item[] = [
      { group: 'a', fold: 0, id: 1 },
      { group: 'a', fold: 1, id: 2 },
    ];
    expect(() => splitByFold(all, (item) => item, 0, 1)).toThrow(/Group a lies in folds 0 and 1/);
  });
});

describe('dealFolds', () => {
  it('gives every group one fold and folds of even size', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), fc.nat(), (groups, seed) => {
        const folds = dealFolds(groups, seed);
        expect(new Set(folds.keys())).toEqual(new Set(groups));
        const sizes = Array.from(
          { length: FOLD_COUNT },
          (_, fold) => [...folds.values()].filter((value) => value === fold).length,
        );
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
