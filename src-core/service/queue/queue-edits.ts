import type { Queue } from '../../contract/api/index.ts';
import type { ReadableDB } from '../../database/handle.ts';
import { getListedTracks } from '../../database/listed-track.ts';
import type { Place } from './fill-queue.ts';
import type { QueueKeeper } from './queue-keeper.ts';
import { type Entry, insertByHand, isPick } from './queue-model.ts';
import { unknownEntry } from './unknown-entry.ts';

/** Changes what is upcoming by hand. */
export class QueueEdits {
  readonly #db: ReadableDB;
  readonly #keeper: QueueKeeper;

  constructor(db: ReadableDB, keeper: QueueKeeper) {
    this.#db = db;
    this.#keeper = keeper;
  }

  playNext(trackIds: readonly number[]): Queue {
    return this.#insert(trackIds, 0, 'Played next');
  }

  enqueue(trackIds: readonly number[]): Queue {
    const last = this.#keeper.model.upcoming.findLastIndex(({ origin }) => origin === 'hand');
    return this.#insert(trackIds, last + 1, 'Added to the queue');
  }

  remove(entryId: number): Queue {
    const at = this.#indexOf(entryId);
    return this.#keeper.edit(`Removed ${this.#titleOf(entryId)}`, {
      ...this.#keeper.model,
      upcoming: this.#keeper.model.upcoming.toSpliced(at, 1),
    });
  }

  move(entryId: number, toIndex: number): Queue {
    const at = this.#indexOf(entryId);
    const { upcoming } = this.#keeper.model;
    // What the listener has put somewhere is not to be lined up anew.
    const entry: Entry = { ...upcoming[at], pinned: true };
    return this.#keeper.edit(`Moved ${this.#titleOf(entryId)}`, {
      ...this.#keeper.model,
      upcoming: upcoming.toSpliced(at, 1).toSpliced(toIndex, 0, entry),
    });
  }

  pin(entryId: number, pinned: boolean): Queue {
    const at = this.#indexOf(entryId);
    const { upcoming } = this.#keeper.model;
    return this.#keeper.edit(`${pinned ? 'Pinned' : 'Unpinned'} ${this.#titleOf(entryId)}`, {
      ...this.#keeper.model,
      upcoming: upcoming.with(at, { ...upcoming[at], pinned }),
    });
  }

  reject(entryId: number): Queue {
    const at = this.#indexOf(entryId);
    const { upcoming, rejected } = this.#keeper.model;
    const { trackId } = upcoming[at];
    const places: Place[] = upcoming.map((entry) => (entry.entryId === entryId ? null : entry));
    const label = `Not this one: ${this.#titleOf(entryId)}`;
    return this.#keeper.edit(label, { ...this.#keeper.model, rejected: [...rejected, trackId] }, places);
  }

  clear(): Queue {
    const listed = this.#keeper.listedCount;
    return this.#keeper.edit('Cleared the queue', { ...this.#keeper.model, drawn: listed, upcoming: [] });
  }

  #insert(trackIds: readonly number[], index: number, label: string): Queue {
    this.#keeper.mustExist(trackIds);
    const model = insertByHand(this.#keeper.model, trackIds, index);
    const end = index + trackIds.length;
    // What was picked to follow something else is picked anew.
    const places = model.upcoming.filter((entry, i) => i < end || !isPick(entry));
    return this.#keeper.edit(label, model, places);
  }

  #indexOf(entryId: number): number {
    const at = this.#keeper.model.upcoming.findIndex((entry) => entry.entryId === entryId);
    if (at < 0) throw unknownEntry();
    return at;
  }

  #titleOf(entryId: number): string {
    const entry = this.#keeper.model.upcoming[this.#indexOf(entryId)];
    const [track] = getListedTracks(this.#db, [entry.trackId]);
    return `“${track.title}”`;
  }
}
