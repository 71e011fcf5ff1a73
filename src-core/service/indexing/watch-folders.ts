import watcher, { type AsyncSubscription } from '@parcel/watcher';
import { messageOf } from '../../contract/errors.ts';
import { listFolders } from '../../database/folders.ts';
import type { ReadableDB } from '../../database/handle.ts';
import type { FolderPresence } from '../../library/folder-presence.ts';

export interface FolderWatchOptions {
  readonly db: ReadableDB;
  readonly presence: FolderPresence;
  /** Something below these folders has changed, and then nothing more for a moment. */
  readonly onChange: (paths: readonly string[]) => void;
  /** A folder cannot be watched: it will be looked through only when asked, or at the next start. */
  readonly onUnwatched: (path: string, reason: string) => void;
}

/** An album that is being copied should be found whole rather than song by song. */
const QUIET_MS = 1500;
/** Not even a copy that takes hours keeps what is there already from being found. */
const AT_MOST_MS = 15_000;
/** No event tells that a drive is back: it is looked for that often, while one is away. */
const LOOK_AGAIN_MS = 2000;

/** Watches the library's folders for changes. */
export class FolderWatch {
  readonly #options: FolderWatchOptions;
  readonly #subscriptions = new Map<string, Promise<AsyncSubscription | null>>();
  /** Out of reach, or replaced by another folder of the same name: what is there now was not seen to change. */
  readonly #away = new Set<string>();
  readonly #changed = new Set<string>();
  #updating: Promise<void> = Promise.resolve();
  #isClosed = false;
  #quiet: NodeJS.Timeout | undefined;
  #latest: NodeJS.Timeout | undefined;
  #lookingAgain: NodeJS.Timeout | undefined;

  constructor(options: FolderWatchOptions) {
    this.#options = options;
  }

  /**
   * Watches the folders that the library has now, and no others. One that is out of reach is none of them: what watched it
   * would not see what comes back in its place, so it is looked for until it is there. One update at a time, or a folder
   * could be left unwatched that was taken out and put back.
   */
  update(): Promise<void> {
    const updated = this.#updating.then(() => this.#update());
    this.#updating = updated.catch(() => undefined);
    return updated;
  }

  async #update(): Promise<void> {
    const folders = listFolders(this.#options.db).map(({ path }) => path);
    const areThere = await this.#areThere(folders);
    if (this.#isClosed) return;
    const wanted = new Set(folders.filter((_, i) => areThere[i]));
    for (const path of folders) if (!wanted.has(path)) this.#isAway(path);
    for (const path of this.#subscriptions.keys()) {
      if (!wanted.has(path) || this.#away.has(path)) await this.#unwatch(path);
    }
    for (const path of wanted) {
      if (!this.#subscriptions.has(path)) this.#subscriptions.set(path, this.#watch(path));
    }
    await Promise.all(this.#subscriptions.values());
    // What changed in one that has come back, before it was watched, nobody saw.
    for (const path of wanted) if (this.#away.delete(path)) this.#note(path);
    for (const path of this.#away) if (!folders.includes(path)) this.#away.delete(path);
    this.#lookAgain();
  }

  #areThere(paths: readonly string[]): Promise<boolean[]> {
    return Promise.all(paths.map((path) => this.#options.presence.isThere(path)));
  }

  #isAway(path: string): void {
    // Seen here before the event that would have told of it.
    if (this.#subscriptions.has(path) && !this.#away.has(path)) this.#note(path);
    this.#away.add(path);
  }

  #lookAgain(): void {
    clearTimeout(this.#lookingAgain);
    if (this.#isClosed || this.#away.size === 0) return;
    this.#lookingAgain = setTimeout(() => {
      void this.#areThere([...this.#away]).then((areBack) =>
        areBack.includes(true) ? this.update().catch(() => undefined) : this.#lookAgain(),
      );
    }, LOOK_AGAIN_MS).unref();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#quiet);
    clearTimeout(this.#latest);
    clearTimeout(this.#lookingAgain);
    await Promise.all([...this.#subscriptions.keys()].map((path) => this.#unwatch(path)));
  }

  async #watch(path: string): Promise<AsyncSubscription | null> {
    try {
      return await watcher.subscribe(path, (error, events) => {
        // Whatever takes its place, this will not see it.
        const isGone =
          error === null && events.some((event) => event.type === 'delete' && event.path === path);
        if (isGone) this.#away.add(path);
        // An error means that events were lost, so that anything may have changed.
        if (error !== null || events.length > 0) this.#note(path);
      });
    } catch (error) {
      this.#options.onUnwatched(path, messageOf(error));
      return null;
    }
  }

  async #unwatch(path: string): Promise<void> {
    const subscription = await this.#subscriptions.get(path);
    this.#subscriptions.delete(path);
    await subscription?.unsubscribe().catch(() => undefined);
  }

  #note(path: string): void {
    if (this.#isClosed) return;
    this.#changed.add(path);
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => this.#tell(), QUIET_MS);
    this.#latest ??= setTimeout(() => this.#tell(), AT_MOST_MS);
  }

  #tell(): void {
    clearTimeout(this.#quiet);
    clearTimeout(this.#latest);
    this.#latest = undefined;
    const paths = [...this.#changed];
    this.#changed.clear();
    this.#options.onChange(paths);
  }
}
