import { type MoodPoint, moodDistance } from '../contract/mood.ts';
import type { TargetPull } from '../contract/queue.ts';
import type { Course, JourneyPoint } from './shape.ts';

/** Tracks over which a gentle and a firm pull spread the way to a target. */
const GENTLE_TRACKS = 10;
const FIRM_TRACKS = 4;

/** The furthest that a course bends one seam, in units of the circumplex: it arrives late rather than with a jolt. */
const LONGEST_STEP = 0.3;

/** The furthest that what lies outside of a region is drawn back toward it at one seam. */
const STEP_BACK = 0.08;

/** How firmly a target pulls where the listener has not said. */
const USUAL_PULL = 0.4;

/** The course to a target set without more ado; plain flow where there is none. */
export function courseTo(target: MoodPoint | null): Course {
  return target === null ? { kind: 'flow' } : { kind: 'target', point: target, pull: USUAL_PULL };
}

/** A course that says by when it is to be where. */
export type PacedCourse = Exclude<Course, { kind: 'target' }> | TargetCourse;

/** Be at a point with so many tracks, by whatever way; then stay there. */
export interface TargetCourse {
  readonly kind: 'target';
  readonly point: MoodPoint;
  readonly tracks: number;
}

/** A course with the tracks that it may take: the fewer, the firmer a target pulls. */
export function paced(course: Course): PacedCourse {
  if (course.kind !== 'target') return course;
  const tracks = Math.round(GENTLE_TRACKS + course.pull * (FIRM_TRACKS - GENTLE_TRACKS));
  return { kind: 'target', point: course.point, tracks };
}

/** Tracks until the last point of a course is reached. */
export function lengthOf(course: PacedCourse): number {
  if (course.kind === 'target') return course.tracks;
  return course.kind === 'journey' ? (course.points.at(-1)?.afterTracks ?? 0) : 0;
}

/** Tracks from the one picked after so many on until a target is reached; 0 once it is. */
export function tracksToGo({ tracks }: TargetCourse, tracksDone: number): number {
  return Math.max(0, tracks - tracksDone);
}

/** How the course bends what is wanted next, seen from where the music is heading; null: not at all. */
export function pullOf(course: PacedCourse, heading: MoodPoint, tracksDone: number): TargetPull | null {
  switch (course.kind) {
    case 'flow':
      return null;
    case 'target': {
      // In equal steps, the one from the last track to the point itself among them: see `way.ts`.
      const steps = tracksToGo(course, tracksDone) + 1;
      const stride = moodDistance(heading, course.point) / steps;
      return pullBy(heading, course.point, Math.min(stride, LONGEST_STEP));
    }
    case 'journey': {
      const step = pullBy(heading, waypoint(course.start, course.points, tracksDone + 1), LONGEST_STEP);
      return { ...step, ...leftOf(course, heading, step, tracksDone) };
    }
    case 'around': {
      const away = moodDistance(heading, course.point);
      const excess = Math.max(0, away - course.radius);
      return excess === 0 ? null : pullBy(heading, course.point, Math.min(excess, STEP_BACK));
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

/** The next point of a journey, and how far from there a step leads. */
function leftOf(
  { start, points }: Extract<Course, { kind: 'journey' }>,
  heading: MoodPoint,
  { pull }: TargetPull,
  tracksDone: number,
): Pick<TargetPull, 'target' | 'remaining'> {
  const next = points.find(({ afterTracks }) => afterTracks > tracksDone) ?? points.at(-1);
  const target = next?.point ?? start;
  const bent = { arousal: heading.arousal + pull.arousal, valence: heading.valence + pull.valence };
  return { target, remaining: moodDistance(bent, target) };
}

/** The step from a point toward another, at most `longest` long. */
export function pullBy(from: MoodPoint, target: MoodPoint, longest: number): TargetPull {
  const away = moodDistance(from, target);
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
