import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LineUpLibrary, type LineUpRequest, lineUp } from '../../src-core/queue/line-up.ts';
import { STRICT_TOLERANCE } from '../../src-core/queue/strict.ts';
import { MAX_PULL_PER_TRACK } from '../../src-core/queue/target.ts';
import { flatCurve, makeOpenings } from './make-openings.ts';

type Point = readonly [arousal: number, valence: number];

/** A library of tracks that stay where they open, forecast to stay there too. */
function flatLibrary(points: readonly Point[], recordings?: readonly number[]): LineUpLibrary {
  return {
    openings: makeOpenings(points.map(([arousal, valence]) => flatCurve(arousal, valence, 20))),
    recordings: Int32Array.from(recordings ?? points.map((_, row) => row)),
    continuationAfter: (row) => flatCurve(points[row][0], points[row][1], 20),
  };
}

const plainly: LineUpRequest = {
  fromRow: 0,
  count: 3,
  seed: 1,
  trust: { arousal: 0.5, valence: 0.5 },
  target: null,
  strict: false,
};

const points = fc.array(
  fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true })),
  { minLength: 1, maxLength: 30 },
);

describe('lineUp', () => {
  it('walks to the nearest opening each time', () => {
    const library = flatLibrary([
      [0, 0],
      [0.6, 0.6],
      [0.2, 0.2],
      [0.4, 0.4],
    ]);
    expect(lineUp(library, plainly).map((pick) => pick.row)).toEqual([2, 3, 1]);
  });

  it('never repeats a recording, and ends when the library does', () => {
    fc.assert(
      fc.property(points, fc.integer(), fc.array(fc.nat(5)), (library, seed, copies) => {
        const recordings = library.map((_, row) => copies[row] ?? 100 + row);
        const picks = lineUp(flatLibrary(library, recordings), { ...plainly, seed, count: 100 });
        const played = [0, ...picks.map((pick) => pick.row)].map((row) => recordings[row]);
        expect(new Set(played).size).toBe(played.length);
        expect(played).toHaveLength(new Set(recordings).size);
      }),
    );
  });

  it('is the same for the same seed, and varies with the seed only among equals', () => {
    const near: Point[] = Array.from({ length: 6 }, (_, at) => [0.1 + at * 0.001, 0]);
    const library = flatLibrary([[0, 0], ...near, [0.9, 0.9]]);
    const order = (seed: number): number[] => lineUp(library, { ...plainly, seed }).map((pick) => pick.row);
    expect(order(7)).toEqual(order(7));
    const orders = new Set(Array.from({ length: 20 }, (_, seed) => order(seed).join()));
    expect(orders.size).toBeGreaterThan(1);
    for (const rows of orders) expect(rows).not.toContain('7');
  });

  it('walks toward a target in bounded steps', () => {
    const ladder: Point[] = Array.from({ length: 11 }, (_, at) => [at / 10, at / 10]);
    const picks = lineUp(flatLibrary(ladder), {
      ...plainly,
      count: 6,
      target: { arousal: 0.6, valence: 0.6 },
    });
    expect(picks.map((pick) => pick.row)).toEqual([1, 2, 3, 4, 5, 6]);
    for (const { reason } of picks) {
      const { pull } = reason.target!;
      expect(Math.hypot(pull.arousal, pull.valence)).toBeLessThanOrEqual(MAX_PULL_PER_TRACK + 1e-6);
    }
    expect(picks[5].reason.target!.remaining).toBeCloseTo(0, 6);
  });

  it('says what it compared', () => {
    const library = flatLibrary([
      [0.5, 0.5],
      [0.45, 0.55],
    ]);
    const [{ reason, seamDistance }] = lineUp(library, plainly);
    expect(seamDistance).toBeCloseTo(0.05, 6);
    expect(reason).toMatchObject({ rule: 'continuation', stepsCompared: 20, candidates: 1, equallyGood: 1 });
    expect(reason.sentence).toBe('Carries on: the music is heading very joyful, and this opens just so.');
    expect(reason.continuation.arousal[0]).toBe(0.5);
    expect(reason.opening.valence[0]).toBe(0.55);
  });

  it('does not call a rough seam smooth', () => {
    const library = flatLibrary([
      [0.8, 0.8],
      [-0.8, -0.8],
    ]);
    expect(lineUp(library, plainly)[0].reason.sentence).toMatch(/^The nearest there is:/);
  });

  it("keeps the paper's rule when strict, and stops where nothing fits", () => {
    const library = flatLibrary([
      [0, 0],
      [0.04, -0.04],
      [0.08, 0],
      [0.3, 0],
    ]);
    const picks = lineUp(library, { ...plainly, strict: true, count: 10 });
    expect(picks.map((pick) => pick.row)).toEqual([1, 2]);
    for (const pick of picks) {
      expect(pick.seamDistance).toBeLessThanOrEqual(STRICT_TOLERANCE);
      expect(pick.reason.rule).toBe('strict');
    }
  });

  it('handles a library of one track', () => {
    expect(lineUp(flatLibrary([[0, 0]]), plainly)).toEqual([]);
  });
});
