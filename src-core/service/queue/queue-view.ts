import type { JourneyProgress, Queue, QueueEntry } from '../../contract/api/index.ts';
import type { ReadableDB } from '../../database/handle.ts';
import { getListedTracks } from '../../database/listed-track.ts';
import { tracksLeft } from '../../queue/journey.ts';
import { asList, entriesOf, type Entry, type QueueModel } from './queue-model.ts';

/** The queue as the player sees it: each entry with its track. @param meanTrackSeconds asked for only where it counts */
export function toQueue(
  db: ReadableDB,
  model: QueueModel,
  revision: number,
  undo: string | null,
  meanTrackSeconds: () => number,
): Queue {
  const { history, current, upcoming, context, mode, repeat, course, options, shortage, seed } = model;
  const tracks = getListedTracks(
    db,
    entriesOf(model).map(({ trackId }) => trackId),
  );
  const trackOf = new Map(tracks.map((track) => [track.id, track]));
  const show = (entries: readonly Entry[]): QueueEntry[] =>
    entries.flatMap(({ trackId, judgedAfter, reason, ...entry }) => {
      const track = trackOf.get(trackId);
      return track === undefined ? [] : [{ ...entry, reason: reason as QueueEntry['reason'], track }];
    });
  return {
    revision,
    history: show(history),
    current: show(asList(current))[0] ?? null,
    upcoming: show(upcoming),
    context,
    mode,
    repeat,
    steering: { course, journey: progressOf(model, meanTrackSeconds), options },
    shortage,
    seed,
    undo,
  };
}

function progressOf({ course, journey }: QueueModel, meanTrackSeconds: () => number): JourneyProgress | null {
  if (course.kind !== 'journey' || journey === null) return null;
  const { start, reached } = journey;
  return { start, reached, tracksLeft: tracksLeft(course.points, journey, meanTrackSeconds()) };
}
