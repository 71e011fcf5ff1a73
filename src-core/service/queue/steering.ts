import type { Course } from '../../contract/api/index.ts';
import type { MoodPoint } from '../../contract/mood.ts';
import { beginJourney } from '../../queue/journey.ts';
import type { QueueModel } from './queue-model.ts';

/** How far "more" and "less intense" bend the course. */
const STEP = 0.25;

/** How firmly the queue follows a wish that was made by a word. */
const FIRMLY = 0.7;

/** The middle of the plane, for where nothing tells where the music is. */
const MIDDLE: MoodPoint = { arousal: 0, valence: 0 };

/**
 * @param at where the music is; null: not known
 * @param positionSeconds how much of the current track was heard before
 */
export function withCourse(
  model: QueueModel,
  course: Course,
  at: MoodPoint | null,
  positionSeconds: number,
): QueueModel {
  if (course.kind !== 'journey') return { ...model, course, journey: null };
  const begun = beginJourney(at ?? course.points[0].point);
  // What was heard before is no part of it.
  return { ...model, course, journey: { ...begun, seconds: model.current === null ? 0 : -positionSeconds } };
}

export function courseToward(point: MoodPoint): Course {
  return { kind: 'target', point, pull: FIRMLY };
}

/** The course a step more or less intense; of a journey, what is left of it. @param at where the music is */
export function bentCourse({ course, journey }: QueueModel, direction: 1 | -1, at: MoodPoint | null): Course {
  const bend = ({ arousal, valence }: MoodPoint): MoodPoint => ({
    arousal: Math.min(1, Math.max(-1, arousal + direction * STEP)),
    valence,
  });
  switch (course.kind) {
    case 'flow':
      return courseToward(bend(at ?? MIDDLE));
    case 'target':
    case 'around':
      return { ...course, point: bend(course.point) };
    case 'journey': {
      const reached = journey?.reached ?? 0;
      // One that has arrived stays at its last point, which is then what is bent.
      const last = course.points.length - 1;
      const points = course.points.map((stage, i) =>
        i >= Math.min(reached, last) ? { ...stage, point: bend(stage.point) } : stage,
      );
      return { ...course, points };
    }
  }
}

const COURSE_LABELS: Readonly<Record<Course['kind'], string>> = {
  flow: 'Let the music flow',
  target: 'Set a mood target',
  journey: 'Set out on a journey',
  around: 'Stayed around a mood',
};

/** A change of course in words, for what takes it back. */
export function labelOf({ kind }: Course): string {
  return COURSE_LABELS[kind];
}
