import type { WritableDB } from '../../database/handle.ts';
import { finishPlay, skipPlay, startPlay } from '../../database/play-history.ts';
import type { Entry } from './queue-model.ts';

/** Writes the play history: an entry is noted when its sound begins, and once more when it ends. */
export class PlayLog {
  readonly #db: WritableDB;
  readonly #now: () => number;
  /** The row of what plays; null where nothing has sounded yet. */
  playId: number | null;

  constructor(db: WritableDB, now: () => number, playId: number | null) {
    this.#db = db;
    this.#now = now;
    this.playId = playId;
  }

  began(entry: Entry): void {
    this.playId ??= startPlay(this.#db, entry.trackId, entry.seamDistance, this.#now());
  }

  /** @param atSeconds where the listener, or a failure, ended it; null: it played to its end */
  ended(entry: Entry, atSeconds: number | null): void {
    if (atSeconds === null) this.began(entry);
    if (this.playId === null) return;
    if (atSeconds === null) finishPlay(this.#db, this.playId, this.#now());
    else skipPlay(this.#db, this.playId, atSeconds);
    this.playId = null;
  }
}
