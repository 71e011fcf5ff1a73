import type { Queue } from '../../src-core/contract/api/index.ts';
import { type MoodPoint, moodDistance } from '../../src-core/contract/mood.ts';
import { countOf } from './count.ts';
import { moodPhrase } from './mood-phrase.ts';

/** Nearer than this to a point of the plane, nobody feels the difference. */
const ARRIVED = 0.15;

/** Where the queue is going at the moment, in one sentence without its full stop. */
export function courseSentence(queue: Queue): string {
  if (queue.mode === 'shuffle') return 'Playing by chance';
  if (queue.mode === 'order') return 'Playing in the order of the list';
  const { course, journey } = queue.steering;
  switch (course.kind) {
    case 'flow':
      return 'Going where the music is heading';
    case 'target': {
      const tracks = tracksUntil(queue, course.point);
      if (tracks === 0) return `Staying ${moodPhrase(course.point)}`;
      return `Walking toward ${moodPhrase(course.point)}${toGo(tracks)}`;
    }
    case 'around':
      return `Staying around ${moodPhrase(course.point)}`;
    case 'journey': {
      const reached = journey?.reached ?? 0;
      if (reached >= course.points.length) {
        return `Arrived: staying ${moodPhrase(course.points[course.points.length - 1].point)}`;
      }
      const { point } = course.points[reached];
      const stop = course.points.length > 1 ? `, stop ${reached + 1} of ${course.points.length}` : '';
      return `On the way to ${moodPhrase(point)}${stop}${toGo(journey?.tracksLeft[0] ?? null)}`;
    }
  }
}

function toGo(tracks: number | null): string {
  return tracks === null || tracks === 0 ? '' : `, about ${countOf(tracks, 'track')} to go`;
}

/** With which of the upcoming tracks a point is reached, 1 the next one; 0: it is already; null: with none of them. */
function tracksUntil({ current, upcoming }: Queue, point: MoodPoint): number | null {
  const isThere = (mood: MoodPoint | null | undefined): boolean =>
    !!mood && moodDistance(mood, point) <= ARRIVED;
  if (isThere(current?.track.meanMood)) return 0;
  const index = upcoming.findIndex(({ track }) => isThere(track.meanMood));
  return index < 0 ? null : index + 1;
}
