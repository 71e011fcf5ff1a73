import type { IndexingState } from '../../contract/api/index.ts';
import type { QueueKeeper } from '../queue/queue-keeper.ts';
import type { EventHub } from './event-hub.ts';
import { Gather } from './gather.ts';
import type { OpenedFiles } from './opened-files.ts';

export interface LibraryNewsOptions {
  readonly hub: EventHub;
  readonly keeper: QueueKeeper;
  readonly opened: OpenedFiles;
  /** As it is when it is told. */
  readonly indexingState: () => IndexingState;
}

/** Lists are asked for again at each telling: no oftener than a person can read. */
const LIBRARY_EVERY_MS = 500;
const PROGRESS_EVERY_MS = 200;

/** What becomes of the library, told to the queue, to the files that wait to be opened, and to the players. */
export class LibraryNews {
  readonly #tracks: Gather;
  readonly #curves: Gather;
  readonly #progress: Gather;
  #revision = 0;
  #newCurves: number[] = [];

  constructor({ hub, keeper, opened, indexingState }: LibraryNewsOptions) {
    const gather = (everyMs: number, work: () => void): Gather =>
      new Gather(everyMs, () => hub.inBackground(work));
    this.#tracks = gather(LIBRARY_EVERY_MS, () => {
      keeper.libraryChanged('tracks');
      hub.tell('libraryChanged', { revision: ++this.#revision });
      opened.look();
    });
    this.#curves = gather(LIBRARY_EVERY_MS, () => {
      const trackIds = this.#newCurves;
      this.#newCurves = [];
      keeper.curvesReady(trackIds.length);
      hub.tell('curvesReady', { trackIds });
    });
    this.#progress = gather(PROGRESS_EVERY_MS, () => {
      hub.tell('indexingProgress', indexingState());
      opened.look();
    });
  }

  tracksChanged(): void {
    this.#tracks.call();
  }

  curveReady(trackId: number): void {
    this.#newCurves.push(trackId);
    this.#curves.call();
  }

  indexingProgressed(): void {
    this.#progress.call();
  }

  /** Nothing is told any more. */
  close(): void {
    for (const gather of [this.#tracks, this.#curves, this.#progress]) gather.close();
  }
}
