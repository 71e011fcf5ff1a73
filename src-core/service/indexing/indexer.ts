import { basename } from 'node:path';
import type { IndexingState } from '../../contract/api/index.ts';
import { toSegueError, type SegueError } from '../../contract/errors.ts';
import { listFolders } from '../../database/folders.ts';
import type { WritableDB } from '../../database/handle.ts';
import { defaultWorkers } from '../../library/analysis-pool.ts';
import { indexFolders } from '../../library/index-folders.ts';
import { IndexPace } from '../../library/index-pace.ts';
import type { IndexOptions, IndexProgress, IndexSummary } from '../../library/index-types.ts';

export interface IndexerOptions {
  readonly db: WritableDB;
  readonly modelVersion: string;
  readonly now: () => number;
  /** Replaces how files are analysed. */
  readonly analysis?: IndexOptions['analysis'];
  readonly soonest: () => readonly number[];
  readonly onState: (state: IndexingState) => void;
  readonly onTracksChanged: () => void;
  readonly onCurve: (trackId: number) => void;
  readonly onError: (error: SegueError) => void;
}

/** Everything below these folders; null: below all of the library's. */
type Wanted = ReadonlySet<string> | null;

interface Request {
  readonly wanted: Wanted;
  readonly retryFailed: boolean;
}

/** Runs indexing in the background, one run at a time; what is asked for meanwhile is done right after. */
export class Indexer {
  readonly #options: IndexerOptions;
  readonly #pace: IndexPace;
  readonly #workers: number;
  #progress: IndexProgress | null = null;
  #lastRun: IndexingState['lastRun'] = null;
  #isYielding = false;
  #stop: AbortController | null = null;
  #running: Promise<void> = Promise.resolve();
  #current: Request | null = null;
  #next: Request | null = null;
  #isClosed = false;

  constructor(options: IndexerOptions) {
    this.#options = options;
    this.#workers = options.analysis?.workers ?? defaultWorkers();
    this.#pace = new IndexPace(this.#workers);
  }

  get state(): IndexingState {
    const { phase, found, done, total, filesPerSecond, secondsLeft, currentPath } =
      this.#progress ?? BEGINNING;
    return {
      phase: this.#progress === null ? 'idle' : phase,
      yielding: this.#progress !== null && this.#isYielding,
      ...{ found, done, total, filesPerSecond, secondsLeft },
      currentFile: currentPath === null ? null : basename(currentPath),
      lastRun: this.#lastRun,
    };
  }

  /**
   * Looks through folders for what is new, changed or gone, and computes the curves that are lacking.
   * @param options.atOnce a run that is underway makes way and carries on together with this: its curves may take hours,
   *   and the listener waits to see these files
   */
  start(paths: readonly string[] | null, { retryFailed = false, atOnce = false } = {}): void {
    if (this.#isClosed) return;
    const asked = { wanted: paths === null ? null : new Set(paths), retryFailed };
    this.#next = joined(this.#next, asked);
    if (this.#stop === null) this.#running = this.#runAll();
    else if (atOnce) {
      this.#next = joined(this.#current, this.#next);
      this.#stop.abort();
    }
  }

  /** Gives up what is underway and what was asked for; what is finished stays. */
  async stop(): Promise<void> {
    this.#next = null;
    this.#stop?.abort();
    await this.#running;
  }

  /** While music plays one track at a time has to do. */
  setYielding(isYielding: boolean): void {
    if (isYielding === this.#isYielding) return;
    this.#isYielding = isYielding;
    this.#pace.setLimit(isYielding ? 1 : this.#workers);
    this.#options.onState(this.state);
  }

  /** Resolves when nothing is underway or waiting any more. */
  idle(): Promise<void> {
    return this.#running;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.stop();
  }

  async #runAll(): Promise<void> {
    while (this.#next !== null) {
      const { wanted, retryFailed } = (this.#current = this.#next);
      this.#next = null;
      this.#stop = new AbortController();
      this.#progress = BEGINNING;
      this.#options.onState(this.state);
      try {
        await this.#run(wanted, retryFailed, this.#stop.signal);
      } catch (error) {
        this.#options.onError(toSegueError(error));
      }
      this.#stop = null;
      this.#progress = null;
      if (!this.#isClosed) this.#options.onState(this.state);
    }
  }

  async #run(wanted: Wanted, retryFailed: boolean, signal: AbortSignal): Promise<void> {
    const { db, modelVersion, analysis, soonest, onState, onTracksChanged, onCurve, now } = this.#options;
    const folders = listFolders(db).map(({ path }) => path);
    const paths = wanted === null ? folders : folders.filter((path) => wanted.has(path));
    if (paths.length === 0) return;
    const summary = await indexFolders(db, paths, {
      modelVersion,
      retryFailed,
      signal,
      now,
      soonest,
      onTracksChanged,
      onCurve,
      pace: this.#pace,
      ...(analysis === undefined ? {} : { analysis }),
      onProgress: (progress) => {
        this.#progress = progress;
        onState(this.state);
      },
    });
    this.#lastRun = toLastRun(summary, now());
  }
}

const BEGINNING: IndexProgress = {
  phase: 'scanning',
  found: 0,
  done: 0,
  total: 0,
  filesPerSecond: null,
  secondsLeft: null,
  currentPath: null,
};

function joined(a: Request | null, b: Request): Request {
  if (a === null) return b;
  const wanted = a.wanted === null || b.wanted === null ? null : new Set([...a.wanted, ...b.wanted]);
  return { wanted, retryFailed: a.retryFailed || b.retryFailed };
}

function toLastRun({ unchanged, ...summary }: IndexSummary, endedAtMs: number): IndexingState['lastRun'] {
  return { ...summary, endedAtMs };
}
