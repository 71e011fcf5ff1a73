import type { Feedback, ListFeedback, Page, Queue, TrackMarks } from '../../contract/api/index.ts';
import { forgiveSkips, holdAgainst, skippedTracks } from '../../database/early-skips.ts';
import type { WritableDB } from '../../database/handle.ts';
import { getListedTracks } from '../../database/listed-track.ts';
import { type Mark, markedTracks, marksOf, setMark } from '../../database/track-marks.ts';
import type { Place } from './fill-queue.ts';
import type { QueueKeeper } from './queue-keeper.ts';
import { isPick } from './queue-model.ts';

export interface QueueFeedbackOptions {
  readonly db: WritableDB;
  readonly keeper: QueueKeeper;
  readonly now: () => number;
  readonly onMarks: (marks: TrackMarks[]) => void;
}

/** What the listener thinks of tracks: it is kept with them, weighs in the queue at once, and can be taken back. */
export class QueueFeedback {
  readonly #options: QueueFeedbackOptions;

  constructor(options: QueueFeedbackOptions) {
    this.#options = options;
  }

  setLoved(trackIds: readonly number[], loved: boolean): Queue {
    return this.#mark('loved', trackIds, loved, loved ? 'Loved' : 'No longer loved');
  }

  /** Tracks that were lined up by themselves give way to others. */
  setNever(trackIds: readonly number[], never: boolean): Queue {
    return this.#mark('never', trackIds, never, never ? 'Never to be played' : 'May be played again');
  }

  forgetSkips(trackIds: readonly number[]): Queue {
    const { db, keeper } = this.#options;
    const forgiven = forgiveSkips(db, trackIds);
    if (forgiven.length === 0) return keeper.queue;
    const label = `Forgot skips of ${this.#name(trackIds)}`;
    return keeper.edit(label, keeper.model, undefined, () => holdAgainst(db, forgiven));
  }

  list({ kind, offset, limit }: ListFeedback): Page<Feedback> {
    const { db } = this.#options;
    if (kind === 'skipped') {
      const { total, items } = skippedTracks(db, { offset, limit });
      const tracks = getListedTracks(
        db,
        items.map(({ trackId }) => trackId),
      );
      return { total, items: items.map(({ skips }, i) => ({ track: tracks[i], skips })) };
    }
    const ids = markedTracks(db, kind);
    const tracks = getListedTracks(db, ids.slice(offset, offset + limit));
    return { total: ids.length, items: tracks.map((track) => ({ track, skips: [] })) };
  }

  #mark(mark: Mark, trackIds: readonly number[], isSet: boolean, words: string): Queue {
    const { db, keeper, now } = this.#options;
    const changed = setMark(db, mark, trackIds, isSet, now());
    if (changed.length === 0) return keeper.queue;
    this.#tell(changed);
    const unwanted = new Set(mark === 'never' && isSet ? changed : []);
    const { model } = keeper;
    const places = model.upcoming.flatMap((entry): Place[] => {
      if (!unwanted.has(entry.trackId) || entry.pinned || entry.origin === 'hand') return [entry];
      return isPick(entry) ? [null] : [];
    });
    return keeper.edit(`${words}: ${this.#name(changed)}`, model, places, () => {
      setMark(db, mark, changed, !isSet, now());
      this.#tell(changed);
    });
  }

  #tell(trackIds: readonly number[]): void {
    this.#options.keeper.marksChanged();
    this.#options.onMarks(marksOf(this.#options.db, trackIds));
  }

  #name(trackIds: readonly number[]): string {
    const [track] = getListedTracks(this.#options.db, trackIds.slice(0, 1));
    return trackIds.length === 1 ? `“${track.title}”` : `${trackIds.length} tracks`;
  }
}
