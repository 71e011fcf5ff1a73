import { describe, expect, it } from 'vitest';
import { lineUpStrictly, type StrictLibrary } from '../../src-core/queue/line-up-strictly.ts';
import { STRICT_TOLERANCE } from '../../src-core/queue/strict.ts';
import { flatCurve, makeOpenings } from './make-openings.ts';

type Point = readonly [arousal: number, valence: number];

function flatLibrary(points: readonly Point[], recordings?: readonly number[]): StrictLibrary {
  return {
    openings: makeOpenings(points.map(([arousal, valence]) => flatCurve(arousal, valence, 20))),
    recordings: Int32Array.from(recordings ?? points.map((_, row) => row)),
    continuationAfter: (row) => flatCurve(points[row][0], points[row][1], 20),
  };
}

const plainly = { fromRow: 0, count: 10, seed: 1, target: null };

describe('lineUpStrictly', () => {
  it("keeps the paper's box, and stops where nothing fits", () => {
    const library = flatLibrary([
      [0, 0],
      [0.04, -0.04],
      [0.08, 0],
      [0.3, 0],
    ]);
    const picks = lineUpStrictly(library, plainly);
    expect(picks.map(({ row }) => row)).toEqual([1, 2]);
    for (const { seamDistance, reason } of picks) {
      expect(seamDistance).toBeLessThanOrEqual(STRICT_TOLERANCE);
      expect(reason).toMatchObject({ rule: 'strict', stepsCompared: 1 });
      expect(reason.sentence).toMatch(/within 0.05 on both axes/);
    }
  });

  it('plays a recording once, and varies with the seed only among equals', () => {
    const near: Point[] = Array.from({ length: 6 }, (_, at) => [0.01 + at * 0.001, 0]);
    const library = flatLibrary([[0, 0], ...near], [0, 1, 1, 2, 3, 4, 4]);
    const order = (seed: number): number[] =>
      lineUpStrictly(library, { ...plainly, seed }).map(({ row }) => row);
    expect(order(7)).toEqual(order(7));
    expect(order(7)).toHaveLength(4);
    expect(new Set(Array.from({ length: 20 }, (_, seed) => order(seed).join())).size).toBeGreaterThan(1);
  });

  it('bends what is predicted toward a target', () => {
    const library = flatLibrary([
      [0, 0],
      [0, 0.01],
      [0.14, 0],
    ]);
    const [pick] = lineUpStrictly(library, { ...plainly, target: { arousal: 0.9, valence: 0 } });
    expect(pick.row).toBe(2);
    expect(pick.reason.target?.remaining).toBeGreaterThan(0.5);
  });

  it('handles a library of one track', () => {
    expect(lineUpStrictly(flatLibrary([[0, 0]]), plainly)).toEqual([]);
  });
});
