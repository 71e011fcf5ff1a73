import type { WritableDB } from '../../database/handle.ts';
import { holdAgainst } from '../../database/early-skips.ts';
import { finishPlay, recentPlays, skipPlay, startPlay } from '../../database/play-history.ts';
import type { Entry } from './queue-model.ts';

/** A skip before this much of the track was heard counts against it. */
const EARLY_SECONDS = 30;

/** What was played longer ago says nothing of where the music stood. */
const SAME_SITTING_MS = 3 * 60 * 60 * 1000;

export function isEarly(atSeconds: number | null): boolean {
  return atSeconds !== null && atSeconds < EARLY_SECONDS;
}

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
    if (this.playId !== null) return;
    const nowMs = this.#now();
    const before = recentPlays(this.#db, 1).at(0);
    const after =
      before !== undefined && nowMs - before.startedAtMs <= SAME_SITTING_MS ? before.trackId : null;
    this.playId = startPlay(this.#db, entry.trackId, entry.seamDistance, nowMs, after);
  }

  /**
   * @param atSeconds where the listener, or a failure, ended it; null: it played to its end
   * @param isSkip the listener did not want to hear it
   */
  ended(entry: Entry, atSeconds: number | null, isSkip = false): void {
    if (atSeconds === null) this.began(entry);
    if (this.playId === null) return;
    if (atSeconds === null) finishPlay(this.#db, this.playId, this.#now());
    else skipPlay(this.#db, this.playId, atSeconds);
    if (isSkip && isEarly(atSeconds)) holdAgainst(this.#db, [this.playId]);
    this.playId = null;
  }
}
