import { describe, expect, it } from 'vitest';
import { courseTo, paced, pullBy, pullOf, waypoint } from '../../src-core/queue/course.ts';

const origin = { arousal: 0, valence: 0 };
const corner = { arousal: 0.6, valence: 0.8 };

describe('courses', () => {
  it('flow pulls nowhere, and no target is flow', () => {
    expect(pullOf(paced(courseTo(null)), origin, 0)).toBeNull();
  });

  it('leads to a target in equal steps, the fewer the firmer it pulls, and one more to the point itself', () => {
    const stepsOf = (pull: number): number[] => {
      const course = paced({ kind: 'target', point: corner, pull });
      let at = origin;
      return Array.from({ length: 12 }, (_, done) => {
        const { arousal, valence } = pullOf(course, at, done)!.pull;
        at = { arousal: at.arousal + arousal, valence: at.valence + valence };
        return Math.hypot(arousal, valence);
      });
    };
    stepsOf(0).forEach((step, done) => expect(step).toBeCloseTo(done < 11 ? 1 / 11 : 0, 9));
    stepsOf(1).forEach((step, done) => expect(step).toBeCloseTo(done < 5 ? 1 / 5 : 0, 9));
  });

  it('says how far the wish still is, and stays with it once it is there', () => {
    const course = paced({ kind: 'target', point: corner, pull: 1 });
    const first = pullOf(course, origin, 0)!;
    expect(first.target).toEqual(corner);
    expect(first.remaining).toBeCloseTo(0.8, 9);
    const after = pullOf(course, corner, 7)!;
    expect(after.target).toEqual(corner);
    expect(after.remaining).toBeCloseTo(0, 9);
  });

  it('a journey is on the line between its points, and stays at the last', () => {
    const points = [
      { point: corner, afterTracks: 4 },
      { point: origin, afterTracks: 6 },
    ];
    expect(waypoint(origin, points, 2)).toEqual({ arousal: 0.3, valence: 0.4 });
    expect(waypoint(origin, points, 4)).toEqual(corner);
    expect(waypoint(origin, points, 5)).toEqual({ arousal: 0.3, valence: 0.4 });
    expect(waypoint(origin, points, 9)).toEqual(origin);
    const late = pullOf({ kind: 'journey', start: origin, points }, { arousal: -1, valence: -1 }, 3)!;
    expect(Math.hypot(late.pull.arousal, late.pull.valence)).toBeCloseTo(0.3, 9);
  });

  it('around a point pulls back only from outside its region', () => {
    const course = { kind: 'around', point: origin, radius: 0.5 } as const;
    expect(pullOf(course, { arousal: 0.3, valence: 0.3 }, 0)).toBeNull();
    const back = pullOf(course, { arousal: 0.9, valence: 0 }, 0)!;
    expect(back.pull.arousal).toBeCloseTo(-0.08, 9);
  });

  it('says what remains once pulled', () => {
    expect(pullBy(origin, corner, 0.25)).toMatchObject({ target: corner, remaining: 0.75 });
  });
});
