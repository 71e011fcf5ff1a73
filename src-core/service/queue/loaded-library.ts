import type { ReadableDB } from '../../database/handle.ts';
import { listPresentIds } from '../../database/track-lists.ts';
import { markedTracks } from '../../database/track-marks.ts';
import type { PlanLibrary } from '../../queue/plan-library.ts';
import type { Forecaster } from '../load-forecaster.ts';
import { hideGone, KeptPlanLibrary } from '../planning/kept-plan-library.ts';
import { readPlanLibrary } from '../planning/load-plan-library.ts';
import { type Candidates, loadCandidates } from './candidates.ts';

/** The library as it is planned from, and where each track stands in it. */
export interface Loaded {
  readonly library: PlanLibrary;
  readonly candidates: Candidates;
}

/** Keeps what planning needs in memory, and with it what changes from track to track: what is loved, and how often it was heard. */
export class LoadedLibrary {
  readonly #db: ReadableDB;
  readonly #kept: KeptPlanLibrary;
  #loaded: Loaded | null = null;

  /** @param onReady a large library, loaded little by little, is there */
  constructor(db: ReadableDB, forecaster: Forecaster, onReady: () => void) {
    this.#db = db;
    this.#kept = new KeptPlanLibrary({
      read: () => readPlanLibrary(db, forecaster),
      hideGone: (library) => hideGone(library.openings, listPresentIds(db)),
      onReady,
    });
  }

  get size(): number {
    return this.#kept.size;
  }

  get(): Loaded {
    const library = this.#kept.get();
    if (this.#loaded?.library !== library) {
      this.#loaded = { library, candidates: loadCandidates(this.#db, library) };
      this.marksChanged();
    }
    return this.#loaded;
  }

  /** Rows of two tracks, one after the other; null where one of them has no curve. */
  rowsOf(after: number, trackId: number): { readonly from: number; readonly row: number } | null {
    const { rowOf } = this.get().candidates;
    const from = rowOf.get(after);
    const row = rowOf.get(trackId);
    return from === undefined || row === undefined ? null : { from, row };
  }

  begin(): void {
    this.#kept.begin();
  }

  changed(what: 'tracks' | 'curves'): void {
    this.#kept.changed(what);
    this.#loaded = null;
  }

  heard(trackId: number): void {
    const row = this.#loaded?.candidates.rowOf.get(trackId);
    if (this.#loaded !== null && row !== undefined) this.#loaded.library.facts.playCounts[row]++;
  }

  /** In place: the library is large, and what is loved are a few rows of it. */
  marksChanged(): void {
    if (this.#loaded === null) return;
    const { library, candidates } = this.#loaded;
    library.facts.loved.fill(0);
    for (const id of markedTracks(this.#db, 'loved')) {
      const row = candidates.rowOf.get(id);
      if (row !== undefined) library.facts.loved[row] = 1;
    }
  }

  close(): void {
    this.#kept.close();
  }
}
