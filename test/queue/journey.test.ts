import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  beginJourney,
  courseAfter,
  journeyAhead,
  journeyOn,
  type JourneyStage,
  tracksLeft,
} from '../../src-core/queue/journey.ts';
import { waypoint } from '../../src-core/queue/course.ts';

const MEAN_SECONDS = 200;
const start = { arousal: -0.5, valence: -0.5 };
const near = { arousal: 0, valence: 0 };
const far = { arousal: 0.6, valence: 0.5 };

const axis = fc.double({ min: -1, max: 1, noNaN: true });
const stage: fc.Arbitrary<JourneyStage> = fc.record({
  point: fc.record({ arousal: axis, valence: axis }),
  after: fc.oneof(
    fc.record({ tracks: fc.integer({ min: 1, max: 8 }) }),
    fc.record({ minutes: fc.integer({ min: 1, max: 40 }) }),
  ),
});
const stages = fc.array(stage, { minLength: 1, maxLength: 5 });

describe('a journey', () => {
  it('counts tracks from the next one on, leg by leg', () => {
    const legs: JourneyStage[] = [
      { point: near, after: { tracks: 3 } },
      { point: far, after: { minutes: 10 } },
    ];
    expect(tracksLeft(legs, beginJourney(start), MEAN_SECONDS)).toEqual([3, 6]);
    let state = beginJourney(start);
    for (let i = 0; i < 3; i++) state = journeyOn(legs, state, 200, false, MEAN_SECONDS);
    expect(state).toMatchObject({ reached: 1, tracks: 0, seconds: 0 });
    expect(tracksLeft(legs, state, MEAN_SECONDS)).toEqual([3]);
  });

  it('takes longer tracks for fewer, where minutes count', () => {
    const legs: JourneyStage[] = [{ point: far, after: { minutes: 20 } }];
    const state = journeyOn(legs, beginJourney(start), 600, false, MEAN_SECONDS);
    expect(tracksLeft(legs, state, MEAN_SECONDS)).toEqual([3]);
  });

  it('lets the next track take the place of one that was skipped early', () => {
    const legs: JourneyStage[] = [{ point: far, after: { tracks: 4 } }];
    const first = journeyOn(legs, beginJourney(start), 12, true, MEAN_SECONDS);
    expect(tracksLeft(legs, first, MEAN_SECONDS)).toEqual([3]);
    const skipped = journeyOn(legs, first, 12, true, MEAN_SECONDS);
    expect(tracksLeft(legs, skipped, MEAN_SECONDS)).toEqual([3]);
  });

  it('is at each point with the track that it said, however far it has come', () => {
    fc.assert(
      fc.property(stages, fc.nat(20), (legs, played) => {
        let state = beginJourney(start);
        const said = tracksLeft(legs, state, MEAN_SECONDS);
        for (let track = 1; track <= played; track++) {
          state = journeyOn(legs, state, MEAN_SECONDS, false, MEAN_SECONDS);
          expect(state.reached).toBe(said.filter((left) => left <= track).length);
        }
        const left = tracksLeft(legs, state, MEAN_SECONDS);
        expect(left).toEqual(said.slice(state.reached).map((tracks) => tracks - Math.min(played, tracks)));
        expect(left.every((tracks) => tracks >= 1)).toBe(true);
      }),
    );
  });

  it('stays on its way: what is ahead after some tracks is the same from where they led', () => {
    fc.assert(
      fc.property(stages, fc.nat(20), fc.integer({ min: 1, max: 20 }), (legs, played, more) => {
        const whole = journeyAhead(legs, beginJourney(start), MEAN_SECONDS);
        let state = beginJourney(start);
        for (let i = 0; i < played; i++) state = journeyOn(legs, state, MEAN_SECONDS, false, MEAN_SECONDS);
        const there = waypoint(whole.start, whole.points, played + more);
        for (const course of [journeyAhead(legs, state, MEAN_SECONDS), courseAfter(whole, played)]) {
          if (course.kind !== 'journey') throw new Error('It has become another course.');
          const point = waypoint(course.start, course.points, more);
          expect(point.arousal).toBeCloseTo(there.arousal, 9);
          expect(point.valence).toBeCloseTo(there.valence, 9);
        }
      }),
    );
  });

  it('stays at its last point', () => {
    const legs: JourneyStage[] = [{ point: far, after: { tracks: 1 } }];
    const there = journeyOn(legs, beginJourney(start), 200, false, MEAN_SECONDS);
    expect(journeyOn(legs, there, 200, false, MEAN_SECONDS)).toEqual(there);
    expect(journeyAhead(legs, there, MEAN_SECONDS)).toEqual({ kind: 'journey', start: far, points: [] });
  });
});
