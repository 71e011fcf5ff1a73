import { toSegueError, type SegueError } from '../../contract/errors.ts';
import { backUpDaily } from './daily-backup.ts';

/** The start of a program is busy enough. */
const FIRST_AFTER_MS = 60_000;
const LOOK_EVERY_MS = 60 * 60 * 1000;

/** Sees to it that there is a backup of every day on which a library was open. */
export class BackupClock {
  readonly #timers: NodeJS.Timeout[] = [];
  #running: Promise<unknown> = Promise.resolve();
  #lastFailure = '';

  /** @param onError told once of each kind of failure */
  constructor(dbPath: string, now: () => number, onError: (error: SegueError) => void) {
    const look = (): void => {
      this.#running = backUpDaily(dbPath, now()).catch((error: unknown) => {
        const typed = toSegueError(error);
        if (typed.message !== this.#lastFailure) onError(typed);
        this.#lastFailure = typed.message;
      });
    };
    this.#timers.push(setTimeout(look, FIRST_AFTER_MS), setInterval(look, LOOK_EVERY_MS));
    for (const timer of this.#timers) timer.unref();
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    await this.#running;
  }
}
