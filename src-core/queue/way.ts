import { type MoodPoint, moodDistance } from '../contract/mood.ts';
import { type PacedCourse, tracksToGo, waypoint } from './course.ts';

/** The jump to expect between two tracks that cannot be told apart, in units of the circumplex. */
const USUAL_JUMP = 0.35;

/** How much a track's distance from its place on a journey counts, as against a jump as wide. */
const JOURNEY_WEIGHT = 3;

/**
 * What a jump costs where a course leads somewhere. The way has its length, however it is divided, and the widest step is the
 * one that is felt: with squares the even division is the cheapest. At the usual jump the cost grows as fast as the jump.
 */
export function strideCost(expectedJump: number): number {
  return expectedJump ** 2 / (2 * USUAL_JUMP);
}

/** What the place of the next track on the plane costs, in the same unit. */
export interface Way {
  readonly costAt: (place: MoodPoint) => number;
  /** False where this is only the least that the rest of the way will cost, and the tracks after it pay. */
  readonly isPaid: boolean;
}

/**
 * Where a course wants its next track; null where it does not mind.
 *
 * To a target: as many equal strides as are left from there, the last of them from the last track to the point itself, as
 * though that were a track. Which way the tracks take meanwhile is free: the jumps alone decide. On a journey: near where it is to
 * be by then.
 */
export function wayAhead(course: PacedCourse, tracksDone: number): Way | null {
  switch (course.kind) {
    case 'flow':
    case 'around':
      return null;
    case 'target': {
      const strides = Math.max(1, tracksToGo(course, tracksDone));
      const costAt = (place: MoodPoint): number =>
        strides * strideCost(moodDistance(place, course.point) / strides);
      return { costAt, isPaid: strides === 1 };
    }
    case 'journey': {
      const point = waypoint(course.start, course.points, tracksDone + 1);
      return { costAt: (place) => JOURNEY_WEIGHT * strideCost(moodDistance(place, point)), isPaid: true };
    }
  }
}
