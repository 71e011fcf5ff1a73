import type { Advance, PlayContext, Queue, QueueMode, Repeat } from '../../contract/api/index.ts';
import { SegueError } from '../../contract/errors.ts';
import type { WritableDB } from '../../database/handle.ts';
import { getListedTracks } from '../../database/listed-track.ts';
import { journeyOn } from '../../queue/journey.ts';
import { loadPosition, loadQueue, savePosition, saveQueue } from '../../database/queue-state.ts';
import { contextTracks } from './context-tracks.ts';
import { type Place, withoutPicks } from './fill-queue.ts';
import { moveBack, moveOn, moveTo } from './move-on.ts';
import type { QueuePlanner } from './planner.ts';
import { PicksAge } from './picks-age.ts';
import { isEarly, PlayLog } from './play-log.ts';
import { QueueFiller } from './queue-filler.ts';
import {
  asList,
  emptyQueue,
  entriesOf,
  type Entry,
  isPick,
  newEntry,
  type QueueModel,
} from './queue-model.ts';
import { toQueue } from './queue-view.ts';
import { fromStored, toStored } from './stored-queue.ts';
import { UndoStack } from './undo-stack.ts';
import { unknownEntry } from './unknown-entry.ts';
import { withoutGone } from './without-gone.ts';

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
  readonly #filler: QueueFiller;
  readonly #picksAge = new PicksAge();
  #model: QueueModel;
  #revision = 0;
  /** Hour of the day in which the queue was last filled; null: not since the start. */
  #filledInHour: number | null = null;
  /** The queue as players know it, without its revision: one that has not changed is not told of again. */
  #told = '';

  constructor(options: QueueKeeperOptions) {
    const stored = loadQueue(options.db);
    this.#options = options;
    this.#model = stored === undefined ? emptyQueue(options.seed) : fromStored(stored);
    this.#log = new PlayLog(options.db, options.now, stored?.playId ?? null);
    this.#filler = new QueueFiller(options, this.#model);
  }

  get queue(): Queue {
    const { db, planner } = this.#options;
    return toQueue(db, this.#model, this.#revision, this.#undo.label, () => planner.meanTrackSeconds());
  }

  /** The queue as data. */
  get model(): QueueModel {
    return this.#model;
  }

  /** How many tracks what is played has, where it is a list. */
  get listedCount(): number {
    return this.#filler.listed?.length ?? 0;
  }

  /** How much of the current track has been heard, as far as the player has said. */
  get positionSeconds(): number {
    return loadPosition(this.#options.db)?.positionSeconds ?? 0;
  }

  /** Ids of the tracks that will be heard next, soonest first. */
  get soonest(): number[] {
    const { current, upcoming } = this.#model;
    return [...asList(current), ...upcoming].map(({ trackId }) => trackId);
  }

  /** Plays a track, or where none is named what the context begins with. */
  play(context: PlayContext, trackId: number | null): Queue {
    const { db } = this.#options;
    const old = this.#model;
    const fresh = { ...old, context, rejected: [], seed: nextSeed(old.seed) };
    const listed = contextTracks(db, fresh);
    const first = trackId ?? this.#filler.firstOf(fresh, listed);
    if (first === null) throw new SegueError('unknown-id', 'There is nothing there that could be played.');
    this.mustExist([first]);
    this.#filler.listed = listed;
    this.#leaveCurrent(this.positionSeconds);
    const entry = newEntry(old.nextEntryId, first, trackId === null && listed === null ? 'flow' : 'hand');
    const drawn = this.#filler.drawnWith(first);
    return this.edit('Played something else', {
      ...moveOn({ ...fresh, upcoming: [entry], drawn, nextEntryId: old.nextEntryId + 1 }),
    });
  }

  /**
   * Makes a change that the listener may take back.
   * @param places what is upcoming, with empty places to be filled
   * @param revert takes back what was changed besides the queue
   */
  edit(label: string, model: QueueModel, places?: readonly Place[], revert?: () => void): Queue {
    this.#undo.push(label, this.#model, revert);
    return this.#change(model, places);
  }

  /** What would be lined up in a queue, of so many tracks, with what was picked picked anew. */
  linedUp(model: QueueModel, count: number): readonly Entry[] {
    return this.#filler.linedUp(model, count);
  }

  /** Tracks are loved, or never to be played, or no longer. */
  marksChanged(): void {
    this.#filler.readMarks();
    this.#options.planner.marksChanged();
  }

  undo(): Queue {
    const before = this.#undo.pop(this.#model);
    if (before === null) return this.queue;
    this.marksChanged();
    this.#filler.readList(before);
    return this.#change(before);
  }

  setMode(mode: QueueMode): Queue {
    if (mode === this.#model.mode) return this.queue;
    const { context, seed, current } = this.#model;
    this.#filler.readList({ context, mode, seed });
    const drawn = this.#filler.drawnWith(current?.trackId);
    const kept = this.#model.upcoming.filter((entry) => entry.pinned || entry.origin === 'hand');
    return this.edit('Changed how the queue goes on', { ...this.#model, mode, drawn }, kept);
  }

  setRepeat(repeat: Repeat): Queue {
    return this.edit('Changed repeat', { ...this.#model, repeat });
  }

  /** The player is through with an entry; a second report of the same is ignored. */
  advance({ entryId, reason, atSeconds }: Advance): Queue {
    const { current, repeat } = this.#model;
    // Where the current track has left the library, whatever the player is through with leads on.
    if (current !== null && current.entryId !== entryId) return this.queue;
    const isSkip = reason === 'skipped';
    this.#leaveCurrent(reason === 'finished' ? null : atSeconds, isSkip);
    if (repeat === 'one' && reason === 'finished') return this.#change(this.#model);
    const isPassedOver = isSkip && isEarly(atSeconds);
    const next = this.#travelled(moveOn(this.#model), atSeconds, isPassedOver);
    // Each track of a journey has its place on the way; where one is passed over the others take other places.
    const isOnTheWay = next.course.kind === 'journey' && next.upcoming.length > 0;
    return this.#change(next, isPassedOver && isOnTheWay ? withoutPicks(next) : next.upcoming);
  }

  goBack(): Queue {
    this.#leaveCurrent(this.positionSeconds);
    return this.#change(moveBack(this.#model));
  }

  jumpTo(entryId: number): Queue {
    const there = moveTo(this.#model, entryId);
    if (there === null) throw unknownEntry();
    const heardSeconds = this.positionSeconds;
    this.#leaveCurrent(heardSeconds);
    return this.edit('Jumped ahead', this.#travelled(there, heardSeconds, false));
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
    this.#mindTheHour();
  }

  resumePoint(): { entryId: number; positionSeconds: number; savedAtMs: number } | null {
    const position = loadPosition(this.#options.db);
    if (position === undefined || this.#model.current === null) return null;
    return { entryId: this.#model.current.entryId, ...position };
  }

  /** Takes up the queue that the database holds, where a backup brought one to an empty queue. */
  takeUpStored(): void {
    const { db } = this.#options;
    const stored = loadQueue(db);
    if (stored === undefined || this.soonest.length > 0) return;
    const model = fromStored(stored);
    this.#log.playId = stored.playId;
    this.#filler.readList(model);
    this.marksChanged();
    this.#change(model);
  }

  /** So many tracks have been listened to. */
  curvesReady(count: number): void {
    this.#picksAge.listenedTo(count);
    this.libraryChanged('curves');
  }

  /** Lets go of tracks that have left the library, and lines up more where there was too little. */
  libraryChanged(what: 'tracks' | 'curves'): void {
    this.#options.planner.libraryChanged(what);
    if (what === 'tracks') {
      this.#filler.readList(this.#model);
      this.#filler.readMarks();
    }
    this.lookAgain();
  }

  /** The planner knows more of the library than before. */
  lookAgain(): void {
    const { db } = this.#options;
    const { current, upcoming } = this.#model;
    if (current === null && upcoming.length === 0) return;
    const ids = entriesOf(this.#model).map(({ trackId }) => trackId);
    const known = new Map(getListedTracks(db, ids).map((track) => [track.id, track]));
    const left = withoutGone(this.#model, known);
    const isOutgrown = this.#model.mode === 'flow' && this.#picksAge.isOutgrown;
    this.#change(left.model, isOutgrown ? withoutPicks({ upcoming: left.places }) : left.places);
  }

  /** Where the hour has its rule: what was lined up before a pause may break it by now. */
  #mindTheHour(): void {
    const hour = new Date(this.#options.now()).getHours();
    if (hour === this.#filledInHour || this.#model.options.energy.length === 0) return;
    this.#change(this.#model);
  }

  /** The journey, if there is one, has come one track further. */
  #travelled(model: QueueModel, heardSeconds: number, isPassedOver: boolean): QueueModel {
    const { course, journey } = model;
    if (course.kind !== 'journey' || journey === null || model.current === null) return model;
    const mean = this.#options.planner.meanTrackSeconds();
    return { ...model, journey: journeyOn(course.points, journey, heardSeconds, isPassedOver, mean) };
  }

  #leaveCurrent(atSeconds: number | null, isSkip = false): void {
    const { current } = this.#model;
    if (current !== null) {
      this.#log.ended(current, atSeconds, isSkip);
      if (atSeconds === null) this.#options.planner.heard(current.trackId);
    }
    savePosition(this.#options.db, 0, this.#options.now());
  }

  #change(model: QueueModel, places: readonly Place[] = model.upcoming): Queue {
    this.#filledInHour = new Date(this.#options.now()).getHours();
    const isIdle = model.current === null && places.length === 0;
    this.#model = isIdle ? { ...model, upcoming: [] } : this.#filler.fill(model, places);
    const isAllPickedAnew = !places.some((place) => place !== null && isPick(place));
    if (!this.#picksAge.isKnown || isAllPickedAnew) {
      this.#picksAge.pickedAnew(this.#options.planner.knownCurves());
    }
    const queue = this.queue;
    const told = JSON.stringify({ ...queue, revision: 0 });
    if (told === this.#told) return queue;
    this.#told = told;
    const news = { ...queue, revision: ++this.#revision };
    this.#save();
    this.#options.onChange(news);
    return news;
  }

  #save(): void {
    saveQueue(this.#options.db, toStored(this.#model, this.#log.playId), this.#options.now());
  }

  /** @throws {SegueError} 'unknown-id' where there are none, or one has left the library */
  mustExist(trackIds: readonly number[]): void {
    const known = getListedTracks(this.#options.db, trackIds);
    if (known.length === trackIds.length && trackIds.length > 0) return;
    throw new SegueError('unknown-id', 'A track that was to be played is not in the library any more.');
  }
}

/** A step of Knuth and Lewis's generator: the next queue is another one, and yet the same each time. */
function nextSeed(seed: number): number {
  return (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 1;
}
