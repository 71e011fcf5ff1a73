import type { Queue, QueueEntry } from '../../contract/api/index.ts';
import type { ReadableDB } from '../../database/handle.ts';
import { getListedTracks } from '../../database/listed-track.ts';
import type { Entry, QueueModel } from './queue-model.ts';

/** The queue as the player sees it: each entry with its track. */
export function toQueue(db: ReadableDB, model: QueueModel, revision: number, undo: string | null): Queue {
  const { history, current, upcoming, context, mode, repeat, target, seed } = model;
  const all = [...history, ...asList(current), ...upcoming];
  const tracks = getListedTracks(
    db,
    all.map(({ trackId }) => trackId),
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
    target,
    seed,
    undo,
  };
}

function asList(entry: Entry | null): Entry[] {
  return entry === null ? [] : [entry];
}
