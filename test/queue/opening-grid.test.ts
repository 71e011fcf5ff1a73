import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildOpeningGrid, nearestLevels } from '../../src-core/queue/opening-grid.ts';
import { flatCurve, makeOpenings } from './make-openings.ts';

const axis = fc.double({ min: -1, max: 1, noNaN: true });
const point = fc.record({ arousal: axis, valence: axis });

describe('nearestLevels', () => {
  it('finds the same rows as a look at every one', () => {
    const wide = fc.double({ min: -1.5, max: 1.5, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(point, { maxLength: 60 }),
        fc.record({ arousal: wide, valence: wide }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 3 }),
        (points, wanted, limit, every) => {
          const openings = makeOpenings(points.map(({ arousal, valence }) => flatCurve(arousal, valence, 4)));
          const grid = buildOpeningGrid(openings);
          const square = (row: number): number =>
            (grid.levels[2 * row] - wanted.arousal) ** 2 + (grid.levels[2 * row + 1] - wanted.valence) ** 2;
          const expected = points
            .map((_, row) => row)
            .filter((row) => row % every === 0)
            .sort((a, b) => square(a) - square(b) || a - b)
            .slice(0, limit);
          const found = nearestLevels(grid, openings.trackIds, wanted, limit, (row) => row % every === 0);
          expect(found).toEqual(expected);
        },
      ),
    );
  });

  it('leaves out rows without music', () => {
    const openings = makeOpenings([flatCurve(0, 0, 0), flatCurve(0.5, 0.5, 4)]);
    const grid = buildOpeningGrid(openings);
    expect(nearestLevels(grid, openings.trackIds, { arousal: 0, valence: 0 }, 5, () => true)).toEqual([1]);
  });
});
