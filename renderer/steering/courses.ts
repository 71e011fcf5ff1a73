import type { Course, Queue, QueueMode } from '../../src-core/contract/api/index.ts';
import type { MoodPoint } from '../../src-core/contract/mood.ts';
import { moodPhrase } from '../format/mood-phrase.ts';
import type { Session } from '../state/session.svelte.ts';

/** Every way that the queue can go, as one choice: courses are ways of mode 'flow'. */
export type Way = Course['kind'] | Exclude<QueueMode, 'flow'>;

export const DEFAULT_PULL = 0.5;
export const DEFAULT_RADIUS = 0.2;
const MIDDLE: MoodPoint = { arousal: 0, valence: 0 };

export function wayOf(queue: Queue | null): Way {
  if (!queue) return 'flow';
  return queue.mode === 'flow' ? queue.steering.course.kind : queue.mode;
}

/** Where the music is: the mood of what plays, or the middle of the plane where nothing is known. */
export function hereOf(queue: Queue | null): MoodPoint {
  return queue?.current?.track.meanMood ?? MIDDLE;
}

/** The point that a course is about; null where it is about none or several. */
export function pointOf(course: Course | undefined): MoodPoint | null {
  return course && 'point' in course ? course.point : null;
}

/** Sets course, says so, and offers to take it back. */
export function setCourse(session: Session, course: Course): Promise<boolean> {
  return session.changeQueue(() => session.api.setCourse(course), toldOf(course));
}

/** Walks to a point, pulled as firmly as before. */
export function setTarget(session: Session, point: MoodPoint): Promise<boolean> {
  const course = session.queue?.steering.course;
  return setCourse(session, {
    kind: 'target',
    point,
    pull: course?.kind === 'target' ? course.pull : DEFAULT_PULL,
  });
}

function toldOf(course: Course): string {
  switch (course.kind) {
    case 'flow':
      return 'The queue goes where the music is heading.';
    case 'target':
      return `The queue walks toward ${moodPhrase(course.point)}.`;
    case 'around':
      return `The queue stays around ${moodPhrase(course.point)}.`;
    case 'journey':
      return 'The journey begins.';
  }
}
