import { describe, expect, it } from 'vitest';
import { paced } from '../../src-core/queue/course.ts';
import { strideCost, wayAhead } from '../../src-core/queue/way.ts';

const origin = { arousal: 0, valence: 0 };
const wish = { arousal: 0.6, valence: 0.8 };
const at = (share: number) => ({ arousal: 0.6 * share, valence: 0.8 * share });

describe('the way ahead', () => {
  it('is none for who goes with the flow', () => {
    expect(wayAhead({ kind: 'flow' }, 3)).toBeNull();
    expect(wayAhead({ kind: 'around', point: wish, radius: 0.3 }, 3)).toBeNull();
  });

  it('to a target costs least in equal strides, the one to the point itself among them', () => {
    const course = paced({ kind: 'target', point: wish, pull: 1 });
    const whole = (shares: readonly number[]): number => {
      const strides = shares.map((share, i) => strideCost(share - (shares[i - 1] ?? 0)));
      const left = wayAhead(course, shares.length - 1)!;
      return strides.reduce((sum, cost) => sum + cost, 0) + left.costAt(at(shares.at(-1)!));
    };
    const least = whole([0.2, 0.4, 0.6, 0.8]);
    // What is still ahead is foretold as the least that it can cost: no way on is judged too dear.
    for (const shares of [[0.2], [0.2, 0.4], [0.2, 0.4, 0.6]]) expect(whole(shares)).toBeCloseTo(least, 9);
    for (const shares of [
      [0.25, 0.5, 0.75, 1],
      [0.2, 0.2, 0.6, 0.8],
      [0, 0, 0, 0],
      [0.5, 0.6, 0.7, 0.8],
    ])
      expect(whole(shares)).toBeGreaterThan(least + 0.01);
    const kinds = [0, 1, 2, 3, 4, 9].map((done) => wayAhead(course, done)!.isPaid);
    expect(kinds).toEqual([false, false, false, true, true, true]);
    expect(wayAhead(course, 9)!.costAt(wish)).toBe(0);
  });

  it('of a journey leads by the line between its points', () => {
    const journey = { kind: 'journey', start: origin, points: [{ point: wish, afterTracks: 4 }] } as const;
    for (const done of [0, 1, 2, 3]) {
      const { costAt, isPaid } = wayAhead(journey, done)!;
      expect(isPaid).toBe(true);
      expect(costAt(at((done + 1) / 4))).toBeCloseTo(0, 12);
      expect(costAt(at(done / 4))).toBeGreaterThan(0.1);
    }
  });
});
