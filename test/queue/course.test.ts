import { describe, expect, it } from 'vitest';
import { courseTo, pullBy, pullOf, waypoint } from '../../src-core/queue/course.ts';

const origin = { arousal: 0, valence: 0 };
const corner = { arousal: 0.6, valence: 0.8 };

describe('courses', () => {
  it('flow pulls nowhere, and no target is flow', () => {
    expect(pullOf(courseTo(null), origin, 0)).toBeNull();
  });

  it('a target pulls the harder the firmer it is, and never past it', () => {
    const step = (pull: number, from = origin): number => {
      const pulled = pullOf({ kind: 'target', point: corner, pull }, from, 0)!;
      return Math.hypot(pulled.pull.arousal, pulled.pull.valence);
    };
    expect(step(0)).toBeCloseTo(0.08, 9);
    expect(step(1)).toBeCloseTo(0.25, 9);
    expect(step(1, corner)).toBe(0);
    expect(pullOf(courseTo(corner), corner, 0)?.remaining).toBe(0);
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
