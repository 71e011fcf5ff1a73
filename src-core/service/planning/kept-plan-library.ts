import { type Paged, readAll } from '../../database/paged.ts';
import type { Openings } from '../../queue/openings.ts';
import type { PlanLibrary } from '../../queue/plan-library.ts';

/** A library of so many tracks loads too fast for anyone to wait. */
const SMALL = 5000;

/** Loading rests after so long, and for so long, so that whatever else is asked gets its turn. */
const WORK_MS = 8;
const REST_MS = 4;

/** Takes tracks out of a library that are not there any more: nothing of them is to be played. */
export function hideGone({ trackIds, stepCounts }: Openings, presentIds: Int32Array): void {
  let at = 0;
  for (let row = 0; row < trackIds.length; row++) {
    while (at < presentIds.length && presentIds[at] < trackIds[row]) at++;
    if (presentIds[at] !== trackIds[row]) stepCounts[row] = 0;
  }
}

export interface KeptPlanLibraryOptions {
  /** Begins to load the library as it is now. */
  readonly read: () => Paged<PlanLibrary>;
  /** Takes what is gone by now out of a library that was loaded before. */
  readonly hideGone: (library: PlanLibrary) => void;
  /** Told when a library that was loaded little by little is there. */
  readonly onReady: () => void;
}

/**
 * The library that plans are made from. A large one is loaded little by little, and anew after a change, while the one
 * before serves on; a small one is always the latest.
 */
export class KeptPlanLibrary {
  readonly #options: KeptPlanLibraryOptions;
  #library: PlanLibrary | null = null;
  #loading: Paged<PlanLibrary> | null = null;
  #isOutdated = true;
  #timer: NodeJS.Timeout | null = null;

  constructor(options: KeptPlanLibraryOptions) {
    this.#options = options;
  }

  /** Tracks in the library as it was loaded last; 0: it was not yet. Loads nothing. */
  get size(): number {
    return this.#library?.openings.trackIds.length ?? 0;
  }

  /** The library; one that was never loaded yet is now, or what is left of it. */
  get(): PlanLibrary {
    if (this.#library === null) return this.#finish();
    if (this.#isOutdated && this.#library.openings.trackIds.length <= SMALL) return this.#finish();
    if (this.#isOutdated) this.begin();
    return this.#library;
  }

  /** Tracks have come or gone, or have got curves. */
  changed(what: 'tracks' | 'curves'): void {
    this.#isOutdated = true;
    if (what === 'tracks' && this.#library !== null) this.#options.hideGone(this.#library);
  }

  /** Begins to load little by little, if there is anything to. */
  begin(): void {
    if (!this.#isOutdated || this.#loading !== null) return;
    this.#start();
    this.#timer = setTimeout(() => this.#work(), REST_MS);
  }

  close(): void {
    this.#stop();
  }

  #start(): Paged<PlanLibrary> {
    this.#isOutdated = false;
    return (this.#loading = this.#options.read());
  }

  #stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#loading = null;
  }

  #finish(): PlanLibrary {
    // What was begun before a change does not know of it.
    const loading = this.#isOutdated || this.#loading === null ? this.#start() : this.#loading;
    const library = readAll(loading);
    this.#stop();
    return (this.#library = library);
  }

  #work(): void {
    let library: PlanLibrary | null;
    try {
      library = workOn(this.#loading!);
    } catch {
      // Whoever asks for the library next meets the same error and can tell the listener.
      this.#isOutdated = true;
      this.#stop();
      return;
    }
    if (library === null) {
      this.#timer = setTimeout(() => this.#work(), REST_MS);
      return;
    }
    this.#stop();
    this.#library = library;
    if (this.#isOutdated) this.#options.hideGone(library);
    this.#options.onReady();
  }
}

/** Goes on for a while; null where it is not done by then. */
function workOn(loading: Paged<PlanLibrary>): PlanLibrary | null {
  const end = performance.now() + WORK_MS;
  do {
    const { done, value } = loading.next();
    if (done === true) return value;
  } while (performance.now() < end);
  return null;
}
