import type { Advance, PlayContext, Queue, QueueMode, Repeat } from '../../contract/api/index.ts';
import { SegueError } from '../../contract/errors.ts';
import type { MoodPoint } from '../../contract/mood.ts';
import type { WritableDB } from '../../database/handle.ts';
import { getListedTracks } from '../../database/listed-track.ts';
import { loadPosition, loadQueue, savePosition, saveQueue } from '../../database/queue-state.ts';
import { contextTracks } from './context-tracks.ts';
import { fillQueue, type Place } from './fill-queue.ts';
import { moveBack, moveOn, moveTo } from './move-on.ts';
import type { QueuePlanner } from './planner.ts';
import { PlayLog } from './play-log.ts';
import { emptyQueue, type Entry, insertByHand, isPick, newEntry, type QueueModel } from './queue-model.ts';
import { toQueue } from './queue-view.ts';
import { fromStored, toStored } from './stored-queue.ts';
import { UndoStack } from './undo-stack.ts';

export interface QueueKeeperOptions {
  readonly db: WritableDB;
  readonly planner: QueuePlanner;
  readonly now: () => number;
  /** Of a queue that begins anew. */
  readonly seed: number;
  readonly onChange: (queue: Queue) => void;
}

/** Keeps the one queue: changes it as asked, always lines up enough, saves it, and tells of every change. */
export class QueueKeeper {
  readonly #options: QueueKeeperOptions;
  readonly #undo = new UndoStack();
  readonly #log: PlayLog;
  #model: QueueModel;
  #listed: readonly number[] | null;
  #revision = 0;
  /** The queue as players know it, without its revision: one that has not changed is not told of again. */
  #told = '';

  constructor(options: QueueKeeperOptions) {
    const stored = loadQueue(options.db);
    this.#options = options;
    this.#model = stored === undefined ? emptyQueue(options.seed) : fromStored(stored);
    this.#log = new PlayLog(options.db, options.now, stored?.playId ?? null);
    this.#listed = contextTracks(options.db, this.#model);
  }

  get queue(): Queue {
    return toQueue(this.#options.db, this.#model, this.#revision, this.#undo.label);
  }

  /** Ids of the tracks that will be heard next, soonest first. */
  get soonest(): number[] {
    const { current, upcoming } = this.#model;
    return [...(current === null ? [] : [current]), ...upcoming].map(({ trackId }) => trackId);
  }

  /** Plays a track, or where none is named what the context begins with. */
  play(context: PlayContext, trackId: number | null): Queue {
    const { db } = this.#options;
    const old = this.#model;
    const fresh = { ...old, context, rejected: [], seed: nextSeed(old.seed) };
    const listed = contextTracks(db, fresh);
    const at = trackId === null ? 0 : (listed?.indexOf(trackId) ?? -1);
    const first = trackId ?? listed?.[0] ?? this.#pickFirst(fresh);
    if (first === null) throw new SegueError('unknown-id', 'There is nothing there that could be played.');
    this.#mustExist([first]);
    this.#listed = listed;
    this.#leaveCurrent(this.#position());
    const entry = newEntry(old.nextEntryId, first, trackId === null && listed === null ? 'flow' : 'hand');
    const drawn = listed === null ? 0 : at + 1;
    return this.#edit('Played something else', {
      ...moveOn({ ...fresh, upcoming: [entry], drawn, nextEntryId: old.nextEntryId + 1 }),
    });
  }

  playNext(trackIds: readonly number[]): Queue {
    return this.#insert(trackIds, 0, 'Played next');
  }

  enqueue(trackIds: readonly number[]): Queue {
    const last = this.#model.upcoming.findLastIndex(({ origin }) => origin === 'hand');
    return this.#insert(trackIds, last + 1, 'Added to the queue');
  }

  remove(entryId: number): Queue {
    const at = this.#indexOf(entryId);
    return this.#edit(`Removed ${this.#titleOf(entryId)}`, {
      ...this.#model,
      upcoming: this.#model.upcoming.toSpliced(at, 1),
    });
  }

  move(entryId: number, toIndex: number): Queue {
    const at = this.#indexOf(entryId);
    const { upcoming } = this.#model;
    // What the listener has put somewhere is not to be lined up anew.
    const entry: Entry = { ...upcoming[at], pinned: true };
    return this.#edit(`Moved ${this.#titleOf(entryId)}`, {
      ...this.#model,
      upcoming: upcoming.toSpliced(at, 1).toSpliced(toIndex, 0, entry),
    });
  }

  pin(entryId: number, pinned: boolean): Queue {
    const at = this.#indexOf(entryId);
    const { upcoming } = this.#model;
    return this.#edit(`${pinned ? 'Pinned' : 'Unpinned'} ${this.#titleOf(entryId)}`, {
      ...this.#model,
      upcoming: upcoming.with(at, { ...upcoming[at], pinned }),
    });
  }

  reject(entryId: number): Queue {
    const at = this.#indexOf(entryId);
    const { upcoming, rejected } = this.#model;
    const { trackId } = upcoming[at];
    const places: Place[] = upcoming.map((entry) => (entry.entryId === entryId ? null : entry));
    const label = `Not this one: ${this.#titleOf(entryId)}`;
    return this.#edit(label, { ...this.#model, rejected: [...rejected, trackId] }, places);
  }

  clear(): Queue {
    const listed = this.#listed?.length ?? 0;
    return this.#edit('Cleared the queue', { ...this.#model, drawn: listed, upcoming: [] });
  }

  undo(): Queue {
    const before = this.#undo.pop(this.#model);
    if (before === null) return this.queue;
    this.#listed = contextTracks(this.#options.db, before);
    return this.#change(before);
  }

  setTarget(target: MoodPoint | null): Queue {
    const label = target === null ? 'Took the mood target away' : 'Set a mood target';
    return this.#edit(label, { ...this.#model, target }, this.#withoutPicks());
  }

  setMode(mode: QueueMode): Queue {
    if (mode === this.#model.mode) return this.queue;
    const { context, seed, current } = this.#model;
    this.#listed = contextTracks(this.#options.db, { context, mode, seed });
    const drawn = (current === null ? -1 : (this.#listed?.indexOf(current.trackId) ?? -1)) + 1;
    const kept = this.#model.upcoming.filter((entry) => entry.pinned || entry.origin === 'hand');
    return this.#edit('Changed how the queue goes on', { ...this.#model, mode, drawn }, kept);
  }

  setRepeat(repeat: Repeat): Queue {
    return this.#edit('Changed repeat', { ...this.#model, repeat });
  }

  /** The player is through with an entry; a second report of the same is ignored. */
  advance({ entryId, reason, atSeconds }: Advance): Queue {
    const { current, repeat } = this.#model;
    // Where the current track has left the library, whatever the player is through with leads on.
    if (current !== null && current.entryId !== entryId) return this.queue;
    this.#leaveCurrent(reason === 'finished' ? null : atSeconds);
    if (repeat === 'one' && reason === 'finished') return this.#change(this.#model);
    return this.#change(moveOn(this.#model));
  }

  goBack(): Queue {
    this.#leaveCurrent(this.#position());
    return this.#change(moveBack(this.#model));
  }

  jumpTo(entryId: number): Queue {
    const there = moveTo(this.#model, entryId);
    if (there === null) throw unknownEntry();
    this.#leaveCurrent(this.#position());
    return this.#edit('Jumped ahead', there);
  }

  /** The player says where it is. */
  report(entryId: number, positionSeconds: number, playing: boolean): void {
    const { current } = this.#model;
    if (current?.entryId !== entryId) return;
    if (playing && this.#log.playId === null) {
      this.#log.began(current);
      this.#save();
    }
    savePosition(this.#options.db, positionSeconds, this.#options.now());
  }

  resumePoint(): { entryId: number; positionSeconds: number; savedAtMs: number } | null {
    const position = loadPosition(this.#options.db);
    if (position === undefined || this.#model.current === null) return null;
    return { entryId: this.#model.current.entryId, ...position };
  }

  /** Lets go of tracks that have left the library, and lines up more where there was too little. */
  libraryChanged(what: 'tracks' | 'curves'): void {
    const { db, planner } = this.#options;
    planner.libraryChanged(what);
    if (what === 'tracks') this.#listed = contextTracks(db, this.#model);
    const { history, current, upcoming } = this.#model;
    if (current === null && upcoming.length === 0) return;
    const ids = [...history, ...upcoming].map(({ trackId }) => trackId);
    if (current !== null) ids.push(current.trackId);
    const known = new Map(getListedTracks(db, ids).map((track) => [track.id, track]));
    const isThere = ({ trackId }: Entry): boolean => known.has(trackId);
    const places = upcoming
      .filter((entry) => known.get(entry.trackId)?.missing === false)
      // Picked by chance only for want of curves: by now there may be some.
      .filter(
        (entry, i) => i < 2 || this.#model.mode !== 'flow' || entry.origin !== 'shuffle' || entry.pinned,
      );
    const kept = { ...this.#model, history: history.filter(isThere) };
    this.#change(current === null || isThere(current) ? kept : { ...kept, current: null }, places);
  }

  #insert(trackIds: readonly number[], index: number, label: string): Queue {
    this.#mustExist(trackIds);
    const model = insertByHand(this.#model, trackIds, index);
    const end = index + trackIds.length;
    // What was picked to follow something else is picked anew.
    const places = model.upcoming.filter((entry, i) => i < end || !isPick(entry));
    return this.#edit(label, model, places);
  }

  #withoutPicks(): Place[] {
    return this.#model.upcoming.map((entry) => (isPick(entry) ? null : entry));
  }

  #pickFirst(model: QueueModel): number | null {
    const slots = [null];
    const heard = model.history.map(({ trackId }) => trackId);
    const { seed, target } = model;
    const request = {
      after: null,
      slots,
      excluded: new Set<number>(),
      heard,
      by: 'shuffle',
      target,
      seed,
    } as const;
    return this.#options.planner.fill(request)[0]?.trackId ?? null;
  }

  #leaveCurrent(atSeconds: number | null): void {
    if (this.#model.current !== null) this.#log.ended(this.#model.current, atSeconds);
    savePosition(this.#options.db, 0, this.#options.now());
  }

  #position(): number {
    return loadPosition(this.#options.db)?.positionSeconds ?? 0;
  }

  /** A change that the listener made and may take back. */
  #edit(label: string, model: QueueModel, places?: readonly Place[]): Queue {
    this.#undo.push(label, this.#model);
    return this.#change(model, places);
  }

  #change(model: QueueModel, places: readonly Place[] = model.upcoming): Queue {
    const before = this.#told;
    const isIdle = model.current === null && places.length === 0;
    this.#model = isIdle
      ? { ...model, upcoming: [] }
      : fillQueue(model, places, this.#listed, this.#options.planner);
    const { revision: _, ...news } = this.queue;
    this.#told = JSON.stringify(news);
    if (this.#told !== before) {
      this.#revision++;
      this.#save();
      this.#options.onChange(this.queue);
    }
    return this.queue;
  }

  #save(): void {
    saveQueue(this.#options.db, toStored(this.#model, this.#log.playId), this.#options.now());
  }

  #indexOf(entryId: number): number {
    const at = this.#model.upcoming.findIndex((entry) => entry.entryId === entryId);
    if (at < 0) throw unknownEntry();
    return at;
  }

  #titleOf(entryId: number): string {
    const entry = this.#model.upcoming[this.#indexOf(entryId)];
    const [track] = getListedTracks(this.#options.db, [entry.trackId]);
    return `“${track.title}”`;
  }

  #mustExist(trackIds: readonly number[]): void {
    const known = getListedTracks(this.#options.db, trackIds);
    if (known.length === trackIds.length && trackIds.length > 0) return;
    throw new SegueError('unknown-id', 'A track that was to be played is not in the library any more.');
  }
}

function unknownEntry(): SegueError {
  return new SegueError('unknown-id', 'That place in the queue is not there any more.');
}

/** A step of Knuth and Lewis's generator: the next queue is another one, and yet the same each time. */
function nextSeed(seed: number): number {
  return (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 1;
}
