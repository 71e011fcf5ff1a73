import type { MoodPoint } from '../contract/mood.ts';
import { waypoint } from './course.ts';
import type { Course } from './shape.ts';

/** A point to be at, so many tracks or minutes of music after the point before it. */
export interface JourneyStage {
  readonly point: MoodPoint;
  readonly after: { readonly tracks: number } | { readonly minutes: number };
}

/** How far a journey has come. */
export interface JourneyState {
  /** Where the music was when it began. */
  readonly start: MoodPoint;
  /** Points that have been reached. */
  readonly reached: number;
  /** Tracks that have begun since the last point, the one that plays included. */
  readonly tracks: number;
  /** Music heard since the last point, in seconds, without the track that plays. */
  readonly seconds: number;
}

export function beginJourney(start: MoodPoint): JourneyState {
  return { start, reached: 0, tracks: 0, seconds: 0 };
}

/**
 * The next track begins.
 *
 * @param heardSeconds of the track before it
 * @param takesItsPlace the track before it was skipped early: this one is what that one should have been
 */
export function journeyOn(
  stages: readonly JourneyStage[],
  state: JourneyState,
  heardSeconds: number,
  takesItsPlace: boolean,
  meanTrackSeconds: number,
): JourneyState {
  if (state.reached >= stages.length) return state;
  const hasBegun = state.reached > 0 || state.tracks > 0;
  const tracks = state.tracks + (takesItsPlace && hasBegun ? 0 : 1);
  const seconds = state.seconds + heardSeconds;
  const { after } = stages[state.reached];
  const isThere =
    'tracks' in after ? tracks >= after.tracks : seconds + meanTrackSeconds / 2 >= after.minutes * 60;
  if (!isThere) return { ...state, tracks, seconds };
  // Minutes that it came too late or too soon are made up for in the next leg.
  const over = 'tracks' in after ? 0 : seconds - after.minutes * 60;
  return { ...state, reached: state.reached + 1, tracks: 0, seconds: over };
}

/** With which of the tracks to come, 1 the next one, each of the points that are left is reached if all go on as usual. */
export function tracksLeft(
  stages: readonly JourneyStage[],
  state: JourneyState,
  meanTrackSeconds: number,
): number[] {
  const left: number[] = [];
  let ahead = state;
  for (let track = 1; ahead.reached < stages.length; track++) {
    const before = ahead.reached;
    ahead = journeyOn(stages, ahead, meanTrackSeconds, false, meanTrackSeconds);
    if (ahead.reached > before) left.push(track);
  }
  return left;
}

/** What is left of a journey, as the planner takes it, from where the music should be by now. */
export function journeyAhead(
  stages: readonly JourneyStage[],
  state: JourneyState,
  meanTrackSeconds: number,
): Extract<Course, { kind: 'journey' }> {
  const left = tracksLeft(stages, state, meanTrackSeconds);
  const points = stages.slice(state.reached).map(({ point }, i) => ({ point, afterTracks: left[i] }));
  const from = state.reached === 0 ? state.start : stages[state.reached - 1].point;
  if (points.length === 0) return { kind: 'journey', start: from, points };
  const [{ point, afterTracks }] = points;
  const whole = [{ point, afterTracks: state.tracks + afterTracks }];
  return { kind: 'journey', start: waypoint(from, whole, state.tracks), points };
}

/** A course as it stands after so many more tracks. */
export function courseAfter(course: Course, tracks: number): Course {
  if (course.kind !== 'journey' || tracks === 0) return course;
  return {
    kind: 'journey',
    start: waypoint(course.start, course.points, tracks),
    points: course.points.flatMap(({ point, afterTracks }) =>
      afterTracks > tracks ? [{ point, afterTracks: afterTracks - tracks }] : [],
    ),
  };
}
