import type { ReadableDB } from '../../database/handle.ts';
import { isWithin } from '../../queue/legality.ts';
import { judgeSeam } from '../../queue/judge-seam.ts';
import type { Shape } from '../../queue/shape.ts';
import type { Forecaster } from '../load-forecaster.ts';
import { describePick } from '../planning/describe-pick.ts';
import { type SeamCurves, seamCurves } from '../planning/seam-curves.ts';
import { fillSlots } from './fill-slots.ts';
import { LoadedLibrary } from './loaded-library.ts';
import type { Planned, PlanRequest, QueuePlanner, Seam } from './planner.ts';
import { smoothTracks } from './smooth-tracks.ts';

/** Of a library whose tracks nobody has measured yet. */
const USUAL_TRACK_SECONDS = 240;

/** Journeys through a library of sounds are counted as if these were so long. */
const SHORTEST_MEAN_SECONDS = 20;

/** Plans what carries on best from what, or picks by chance where that is asked for or curves are lacking. */
export class FlowPlanner implements QueuePlanner {
  readonly #db: ReadableDB;
  readonly #forecaster: Forecaster;
  readonly #loaded: LoadedLibrary;

  constructor(db: ReadableDB, forecaster: Forecaster, onLibraryReady: () => void) {
    this.#db = db;
    this.#forecaster = forecaster;
    this.#loaded = new LoadedLibrary(db, forecaster, onLibraryReady);
  }

  fill(request: PlanRequest): Planned {
    return fillSlots(this.#db, this.#loaded.get(), request, (id, shape) => this.fits(id, shape));
  }

  judge(after: number, trackId: number, leftOut: Shape['leftOut']): Seam | null {
    const { library } = this.#loaded.get();
    const rows = this.#loaded.rowsOf(after, trackId);
    return rows === null
      ? null
      : describePick(this.#db, library, judgeSeam(library, rows.from, rows.row, leftOut));
  }

  curvesAt(after: number, trackId: number): SeamCurves | null {
    const { library } = this.#loaded.get();
    const rows = this.#loaded.rowsOf(after, trackId);
    return rows === null ? null : seamCurves(this.#db, library, this.#forecaster, rows.from, rows.row);
  }

  smooth(trackIds: readonly number[]): number[] {
    const { candidates, library } = this.#loaded.get();
    return smoothTracks(library, candidates.rowOf, trackIds);
  }

  fits(trackId: number, shape: Pick<Shape, 'arousalLimits' | 'course'>): boolean {
    if (shape.arousalLimits === null && shape.course.kind !== 'around') return true;
    const { library, candidates } = this.#loaded.get();
    const row = candidates.rowOf.get(trackId);
    // What has not been listened to may be anything.
    return row !== undefined && isWithin(library, row, shape);
  }

  meanTrackSeconds(): number {
    const { meanTrackSeconds } = this.#loaded.get().candidates;
    return Math.max(SHORTEST_MEAN_SECONDS, meanTrackSeconds ?? USUAL_TRACK_SECONDS);
  }

  knownCurves(): number {
    return this.#loaded.size;
  }

  prepare(): void {
    this.#loaded.begin();
  }

  libraryChanged(what: 'tracks' | 'curves'): void {
    this.#loaded.changed(what);
  }

  heard(trackId: number): void {
    this.#loaded.heard(trackId);
  }

  marksChanged(): void {
    this.#loaded.marksChanged();
  }

  close(): void {
    this.#loaded.close();
  }
}
