import type { Shape } from '../../queue/shape.ts';
import type { PlannedTrack, QueuePlanner } from './planner.ts';
import { type Entry, isPick, newEntry, type QueueModel } from './queue-model.ts';

/** The queue is never shorter than this, where the library allows. */
export const TRACKS_AHEAD = 20;

/** What the listener wants of what is filled in. */
export interface Wishes {
  /** By place among what is upcoming, 0 the next. */
  readonly shapeAt: (place: number) => Shape;
  readonly eveningSinceMs: number;
  /** Tracks that are never to be played. */
  readonly never: ReadonlySet<number>;
}

/** An upcoming entry, or an empty place that is to be filled. */
export type Place = Entry | null;

/**
 * Fills the empty places among what is upcoming and lines up at least {@link TRACKS_AHEAD}: from what is played as far
 * as it goes, then by picks. Entries that follow another track than they did are judged anew.
 *
 * @param places what is upcoming; places that cannot be filled are dropped
 * @param listed tracks of the context in their order; null: it has none
 */
export function fillQueue(
  model: QueueModel,
  places: readonly Place[],
  listed: readonly number[] | null,
  wishes: Wishes,
  planner: QueuePlanner,
): QueueModel {
  const standing = withoutUnfit(places, wishes, planner);
  const drawn = drawFromList(model, standing, listed, wishes);
  return judgeSeams(addPicks(drawn.model, drawn.places, wishes, planner), planner);
}

/** Picks that break a rule by now, of another hour say, make room for others. */
function withoutUnfit(places: readonly Place[], { shapeAt }: Wishes, planner: QueuePlanner): Place[] {
  return places.map((place, i) =>
    place === null || !isPick(place) || planner.fits(place.trackId, shapeAt(i)) ? place : null,
  );
}

/** What is upcoming, with a place to be filled for each pick. */
export function withoutPicks({ upcoming }: Pick<QueueModel, 'upcoming'>): Place[] {
  return upcoming.map((entry) => (isPick(entry) ? null : entry));
}

/** Any track to begin with; null where there is none. */
export function pickFirst(
  { history, seed }: QueueModel,
  { shapeAt, eveningSinceMs, never }: Wishes,
  planner: QueuePlanner,
): number | null {
  const heard = history.map(({ trackId }) => trackId);
  const wishes = { excluded: never, heard, by: 'shuffle', shapeAt, eveningSinceMs, seed } as const;
  return planner.fill({ after: null, slots: [null], ...wishes }).tracks.at(0)?.trackId ?? null;
}

/** Appends the context's next tracks: all of an album, which nobody would cut off, and of longer lists what is needed. */
function drawFromList(
  model: QueueModel,
  places: readonly Place[],
  listed: readonly number[] | null,
  { never }: Wishes,
): { model: QueueModel; places: readonly Place[] } {
  if (listed === null || listed.length === 0) return { model, places };
  const result = [...places];
  const rejected = new Set([...model.rejected, ...never]);
  let { drawn, nextEntryId } = model;
  const isWhole = model.context.kind === 'album';
  while (result.length < TRACKS_AHEAD || (isWhole && drawn < listed.length)) {
    if (drawn >= listed.length) {
      if (model.repeat !== 'all' || listed.every((id) => rejected.has(id))) break;
      drawn = 0;
    }
    const trackId = listed[drawn++];
    if (!rejected.has(trackId)) result.push(newEntry(nextEntryId++, trackId, 'order'));
  }
  return { model: { ...model, drawn, nextEntryId }, places: result };
}

function addPicks(
  model: QueueModel,
  places: readonly Place[],
  { shapeAt, eveningSinceMs, never }: Wishes,
  planner: QueuePlanner,
): QueueModel {
  const missing = Math.max(0, TRACKS_AHEAD - places.length);
  const slots: readonly Place[] = [...places, ...Array<null>(missing).fill(null)];
  if (!slots.includes(null)) {
    return { ...model, upcoming: slots.filter((place) => place !== null), shortage: null };
  }
  const before = model.current ?? model.history.at(-1) ?? null;
  const planned = planner.fill({
    after: before?.trackId ?? null,
    slots: slots.map((place) => place?.trackId ?? null),
    excluded: new Set([...model.rejected, ...never]),
    heard: model.history.map(({ trackId }) => trackId),
    by: model.mode === 'shuffle' ? 'shuffle' : 'flow',
    shapeAt,
    eveningSinceMs,
    // The same place in the queue may be filled again, and then with something else.
    seed: (model.seed + model.nextEntryId) | 0,
  });
  const picks = planned.tracks.values();
  const upcoming: Entry[] = [];
  let { nextEntryId } = model;
  let previous = before?.trackId ?? null;
  for (const place of slots) {
    const pick: PlannedTrack | undefined = place === null ? picks.next().value : undefined;
    const entry = place ?? (pick === undefined ? null : toEntry(pick, nextEntryId++, previous));
    if (entry === null) continue;
    upcoming.push(entry);
    previous = entry.trackId;
  }
  return { ...model, upcoming, nextEntryId, shortage: planned.shortage };
}

function toEntry(pick: PlannedTrack, entryId: number, previous: number | null): Entry {
  return { ...pick, entryId, pinned: false, judgedAfter: pick.reason === null ? null : previous };
}

/** Says of every entry how it meets the one that comes before it now. */
function judgeSeams(model: QueueModel, planner: QueuePlanner): QueueModel {
  let previous = model.current?.trackId ?? null;
  const upcoming = model.upcoming.map((entry) => {
    const after = previous;
    previous = entry.trackId;
    if (entry.judgedAfter === after) return entry;
    const seam = after === null ? null : planner.judge(after, entry.trackId, model.options.leftOut);
    return {
      ...entry,
      seamDistance: seam?.seamDistance ?? null,
      reason: seam?.reason ?? null,
      // Where no curve was to be had there may be one next time.
      judgedAfter: seam === null ? null : after,
    };
  });
  return { ...model, upcoming };
}
