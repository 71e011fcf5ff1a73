import type { ReadableDB } from '../../database/handle.ts';
import { markedTracks } from '../../database/track-marks.ts';
import { contextTracks } from './context-tracks.ts';
import { fillQueue, pickFirst, type Place, type Wishes, withoutPicks } from './fill-queue.ts';
import type { QueuePlanner } from './planner.ts';
import type { Entry, QueueModel } from './queue-model.ts';
import { shapesOf } from './shape-of.ts';

/** What was heard so long ago or less was heard this evening. */
const EVENING_MS = 8 * 60 * 60 * 1000;

export interface QueueFillerOptions {
  readonly db: ReadableDB;
  readonly planner: QueuePlanner;
  readonly now: () => number;
}

/** Lines up what comes next: knows the list that is played, and what is never to be. */
export class QueueFiller {
  /** Tracks of what is played, in the order in which they are drawn; null: it is no list. */
  listed: readonly number[] | null = null;
  #never: ReadonlySet<number> = new Set();
  readonly #options: QueueFillerOptions;

  constructor(options: QueueFillerOptions, model: QueueModel) {
    this.#options = options;
    this.readList(model);
    this.readMarks();
  }

  /** Another context is played, in another order, or its tracks have changed. */
  readList(model: Pick<QueueModel, 'context' | 'mode' | 'seed'>): void {
    this.listed = contextTracks(this.#options.db, model);
  }

  /** Tracks are never to be played, or no longer. */
  readMarks(): void {
    this.#never = new Set(markedTracks(this.#options.db, 'never'));
  }

  /** How many of the list have been drawn where this track is the last of them; 0 where it is none of it. */
  drawnWith(trackId: number | undefined): number {
    return trackId === undefined ? 0 : (this.listed?.indexOf(trackId) ?? -1) + 1;
  }

  /** What a queue begins with, out of a list or where there is none of the whole library; null where there is nothing. */
  firstOf(model: QueueModel, listed: readonly number[] | null): number | null {
    const first = listed?.find((id) => !this.#never.has(id));
    return first ?? pickFirst(model, this.#wishesOf(model), this.#options.planner);
  }

  /** @param places what is upcoming, with empty places to be filled */
  fill(model: QueueModel, places: readonly Place[]): QueueModel {
    return fillQueue(model, places, this.listed, this.#wishesOf(model), this.#options.planner);
  }

  /** What would be lined up, of so many tracks, with what was picked picked anew. */
  linedUp(model: QueueModel, count: number): readonly Entry[] {
    const places = withoutPicks(model).slice(0, count);
    const empty = Array<null>(count - places.length).fill(null);
    return this.fill(model, [...places, ...empty]).upcoming.slice(0, count);
  }

  #wishesOf(model: QueueModel): Wishes {
    const { planner, now } = this.#options;
    const nowMs = now();
    return {
      shapeAt: shapesOf(model, nowMs, () => planner.meanTrackSeconds()),
      eveningSinceMs: nowMs - EVENING_MS,
      never: this.#never,
    };
  }
}
