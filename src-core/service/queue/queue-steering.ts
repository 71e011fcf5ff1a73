import type { Course, Queue, QueueOptions, QueueOptionsPatch } from '../../contract/api/index.ts';
import { SegueError } from '../../contract/errors.ts';
import type { MoodPoint } from '../../contract/mood.ts';
import type { ReadableDB } from '../../database/handle.ts';
import { getListedTracks } from '../../database/listed-track.ts';
import { withoutPicks } from './fill-queue.ts';
import type { QueueKeeper } from './queue-keeper.ts';
import { entriesOf, type QueueModel } from './queue-model.ts';
import { bentCourse, courseToward, labelOf, withCourse } from './steering.ts';
import { unknownEntry } from './unknown-entry.ts';

/** Steers the queue by hand: what was picked is picked anew at once, and every step can be taken back. */
export class QueueSteering {
  readonly #db: ReadableDB;
  readonly #keeper: QueueKeeper;

  constructor(db: ReadableDB, keeper: QueueKeeper) {
    this.#db = db;
    this.#keeper = keeper;
  }

  setCourse(course: Course): Queue {
    return this.#follow(labelOf(course), this.withCourse(course));
  }

  /** @throws {SegueError} 'unknown-id', or 'no-curve' where the track has not been listened to yet */
  moreLikeThis(entryId: number): Queue {
    const entry = entriesOf(this.#keeper.model).find((other) => other.entryId === entryId);
    const [track] = getListedTracks(this.#db, entry === undefined ? [] : [entry.trackId]);
    if (entry === undefined) throw unknownEntry();
    if (track.meanMood === null) {
      throw new SegueError('no-curve', `Segue has not listened to “${track.title}” yet.`);
    }
    return this.#follow(`More like “${track.title}”`, this.withCourse(courseToward(track.meanMood)));
  }

  bend(direction: 1 | -1): Queue {
    const { journey } = this.#keeper.model;
    const course = bentCourse(this.#keeper.model, direction, this.#moodNow());
    const bent = this.withCourse(course);
    // A journey goes on from where it is.
    const model = course.kind === 'journey' ? { ...bent, journey } : bent;
    return this.#follow(direction > 0 ? 'More intense' : 'Less intense', model);
  }

  setOptions(patch: QueueOptionsPatch): Queue {
    const { model } = this.#keeper;
    const chosen = Object.entries(patch).filter(([, value]) => value !== undefined);
    const options: QueueOptions = { ...model.options, ...Object.fromEntries(chosen) };
    if (JSON.stringify(options) === JSON.stringify(model.options)) return this.#keeper.queue;
    // What stands where the listener wants it is judged anew by what counts now.
    const judged = patch.leftOut === undefined ? {} : { judgedAfter: null };
    const upcoming = model.upcoming.map((entry) => ({ ...entry, ...judged }));
    const ruled = { ...model, options, upcoming };
    return this.#keeper.edit('Changed the rules of the queue', ruled, withoutPicks(ruled));
  }

  /** The queue with another course, and nothing picked for it yet. */
  withCourse(course: Course): QueueModel {
    const { model, positionSeconds } = this.#keeper;
    return withCourse(model, course, this.#moodNow(), positionSeconds);
  }

  #follow(label: string, model: QueueModel): Queue {
    // Courses are ways of mode 'flow': who sets one wants neither chance nor the order of a list.
    return this.#keeper.edit(label, { ...model, mode: 'flow' }, withoutPicks(model));
  }

  #moodNow(): MoodPoint | null {
    const { current, history } = this.#keeper.model;
    const entry = current ?? history.at(-1);
    const [track] = getListedTracks(this.#db, entry === undefined ? [] : [entry.trackId]);
    return (track as typeof track | undefined)?.meanMood ?? null;
  }
}
