import type { Queue, QueueEntry } from '../../src-core/contract/api/index.ts';
import type { MoodPoint } from '../../src-core/contract/mood.ts';

/** More of the past and of what comes would only tangle. */
const MOST_PLAYED = 10;
const MOST_AHEAD = 7;

export interface QueuePath {
  /** Oldest first, up to what plays. */
  readonly played: readonly MoodPoint[];
  readonly current: MoodPoint | null;
  /** From what plays on. */
  readonly ahead: readonly MoodPoint[];
}

/** The way of the queue over the mood plane; tracks that have not been heard are passed over. */
export function pathOf(queue: Queue | null): QueuePath {
  if (!queue) return { played: [], current: null, ahead: [] };
  const current = queue.current?.track.meanMood ?? null;
  const here = current ? [current] : [];
  return {
    played: [...moods(queue.history).slice(-MOST_PLAYED), ...here],
    current,
    ahead: [...here, ...moods(queue.upcoming).slice(0, MOST_AHEAD)],
  };
}

function moods(entries: readonly QueueEntry[]): MoodPoint[] {
  return entries.flatMap(({ track }) => track.meanMood ?? []);
}
