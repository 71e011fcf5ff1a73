import type { MoodPoint } from '../contract/mood.ts';
import type { TargetPull } from '../contract/queue.ts';
import type { Course, JourneyPoint } from './shape.ts';

/** The furthest that a gentle and a firm pull bend one seam, in units of the circumplex. */
const GENTLE_STEP = 0.08;
const FIRM_STEP = 0.25;

/** The furthest that a journey bends one seam; one that asks for more arrives late rather than with a jolt. */
const JOURNEY_STEP = 0.3;

/** How firmly a target pulls where the listener has not said. */
const USUAL_PULL = 0.4;

/** The course to a target set without more ado; plain flow where there is none. */
export function courseTo(target: MoodPoint | null): Course {
  return target === null ? { kind: 'flow' } : { kind: 'target', point: target, pull: USUAL_PULL };
}

/** How the course bends what is wanted next, seen from where the music is heading; null: not at all. */
export function pullOf(course: Course, heading: MoodPoint, tracksDone: number): TargetPull | null {
  switch (course.kind) {
    case 'flow':
      return null;
    case 'target':
      return pullBy(heading, course.point, GENTLE_STEP + course.pull * (FIRM_STEP - GENTLE_STEP));
    case 'journey':
      return pullBy(heading, waypoint(course.start, course.points, tracksDone + 1), JOURNEY_STEP);
    case 'around': {
      const away = distance(heading, course.point);
      const excess = Math.max(0, away - course.radius);
      return excess === 0 ? null : pullBy(heading, course.point, Math.min(excess, GENTLE_STEP));
    }
  }
}

/** Where a journey is to be after so many of its tracks: on the straight line between the points around it. */
export function waypoint(start: MoodPoint, points: readonly JourneyPoint[], tracks: number): MoodPoint {
  let from = { point: start, afterTracks: 0 };
  for (const to of points) {
    if (tracks <= to.afterTracks) {
      const share = (tracks - from.afterTracks) / (to.afterTracks - from.afterTracks);
      return {
        arousal: from.point.arousal + share * (to.point.arousal - from.point.arousal),
        valence: from.point.valence + share * (to.point.valence - from.point.valence),
      };
    }
    from = to;
  }
  return from.point;
}

/** The step from a point toward another, at most `longest` long. */
export function pullBy(from: MoodPoint, target: MoodPoint, longest: number): TargetPull {
  const away = distance(from, target);
  const share = away <= longest ? 1 : longest / away;
  return {
    target,
    pull: {
      arousal: (target.arousal - from.arousal) * share,
      valence: (target.valence - from.valence) * share,
    },
    remaining: away * (1 - share),
  };
}

function distance(a: MoodPoint, b: MoodPoint): number {
  return Math.hypot(a.arousal - b.arousal, a.valence - b.valence);
}
