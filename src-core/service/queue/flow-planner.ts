import type { ReadableDB } from '../../database/handle.ts';
import { listPresentIds } from '../../database/track-lists.ts';
import { markedTracks } from '../../database/track-marks.ts';
import { isWithin } from '../../queue/legality.ts';
import { judgeSeam } from '../../queue/judge-seam.ts';
import { plan, type PlannedPick } from '../../queue/plan.ts';
import type { PlanLibrary } from '../../queue/plan-library.ts';
import type { Shape } from '../../queue/shape.ts';
import type { Forecaster } from '../load-forecaster.ts';
import { describePick } from '../planning/describe-pick.ts';
import { seamCurves } from '../planning/seam-curves.ts';
import { hideGone, KeptPlanLibrary } from '../planning/kept-plan-library.ts';
import { readPlanLibrary } from '../planning/load-plan-library.ts';
import { type Candidates, loadCandidates } from './candidates.ts';
import { Choice } from './choice.ts';
import { stretchFrom } from './plan-stretch.ts';
import type { PlannedTrack, QueuePlanner } from './planner.ts';
import { smoothTracks } from './smooth-tracks.ts';
import { describeShortage } from './shortage.ts';

/** Of a library whose tracks nobody has measured yet. */
const USUAL_TRACK_SECONDS = 240;

/** Journeys through a library of sounds are counted as if these were so long. */
const SHORTEST_MEAN_SECONDS = 20;

/** Plans what carries on best from what, or picks by chance where that is asked for or curves are lacking. */
export function createFlowPlanner(
  db: ReadableDB,
  forecaster: Forecaster,
  onLibraryReady: () => void,
): QueuePlanner {
  const kept = new KeptPlanLibrary({
    read: () => readPlanLibrary(db, forecaster),
    hideGone: (library) => hideGone(library.openings, listPresentIds(db)),
    onReady: onLibraryReady,
  });
  let loaded: { candidates: Candidates; library: PlanLibrary } | null = null;
  const load = (): { candidates: Candidates; library: PlanLibrary } => {
    const library = kept.get();
    if (loaded?.library !== library) {
      loaded = { library, candidates: loadCandidates(db, library) };
      markLoved(loaded);
    }
    return loaded;
  };
  /** In place: the library is large, and what is loved are a few rows of it. */
  const markLoved = ({ library, candidates }: NonNullable<typeof loaded>): void => {
    library.facts.loved.fill(0);
    for (const id of markedTracks(db, 'loved')) {
      const row = candidates.rowOf.get(id);
      if (row !== undefined) library.facts.loved[row] = 1;
    }
  };
  const fits = (trackId: number, shape: Pick<Shape, 'arousalLimits' | 'course'>): boolean => {
    if (shape.arousalLimits === null && shape.course.kind !== 'around') return true;
    const { library, candidates } = load();
    const row = candidates.rowOf.get(trackId);
    // What has not been listened to may be anything.
    return row !== undefined && isWithin(library, row, shape);
  };

  return {
    fits,
    meanTrackSeconds: () => {
      const { meanTrackSeconds } = load().candidates;
      return Math.max(SHORTEST_MEAN_SECONDS, meanTrackSeconds ?? USUAL_TRACK_SECONDS);
    },
    prepare: () => kept.begin(),
    libraryChanged: (what) => {
      kept.changed(what);
      loaded = null;
    },
    heard: (trackId) => {
      const row = loaded?.candidates.rowOf.get(trackId);
      if (loaded !== null && row !== undefined) loaded.library.facts.playCounts[row]++;
    },
    marksChanged: () => {
      if (loaded !== null) markLoved(loaded);
    },
    close: () => kept.close(),
    judge: (after, trackId, leftOut) => {
      const { candidates, library } = load();
      const from = candidates.rowOf.get(after);
      const row = candidates.rowOf.get(trackId);
      return from === undefined || row === undefined
        ? null
        : describePick(db, library, judgeSeam(library, from, row, leftOut));
    },
    curvesAt: (after, trackId) => {
      const { candidates, library } = load();
      const from = candidates.rowOf.get(after);
      const row = candidates.rowOf.get(trackId);
      return from === undefined || row === undefined ? null : seamCurves(db, library, forecaster, from, row);
    },
    smooth: (trackIds) => {
      const { candidates, library } = load();
      return smoothTracks(library, candidates.rowOf, trackIds);
    },
    fill: (request) => {
      const { candidates, library } = load();
      const choice = new Choice(candidates, request);
      const byChance = (place: number): PlannedTrack | null => {
        const shape = request.shapeAt(place);
        const mayBe = (id: number): boolean => fits(id, shape);
        const trackId = choice.byChance(request.by === 'flow', mayBe);
        return trackId === null ? null : { trackId, origin: 'shuffle', seamDistance: null, reason: null };
      };
      const planned: PlannedTrack[] = [];
      // Planned for the places that come next.
      let ready: PlannedTrack[] = [];
      let after = request.after;
      for (const [place, fixed] of request.slots.entries()) {
        if (fixed !== null) {
          after = fixed;
          continue;
        }
        if (ready.length === 0 && after !== null && request.by === 'flow') {
          const stretch = stretchFrom(db, candidates, request, after, place, planned);
          const picks = stretch === null ? [] : plan(library, stretch).picks;
          ready = picks.map((pick) => nameOf(db, library, pick));
        }
        const next = ready.shift() ?? byChance(place);
        if (next === null) break;
        planned.push(next);
        choice.take(next.trackId);
        after = next.trackId;
      }
      const empty = request.slots.flatMap((slot, place) => (slot === null ? [place] : []));
      if (planned.length === empty.length) return { tracks: planned, shortage: null };
      const shape = request.shapeAt(empty[planned.length]);
      const { unfit, unwanted } = choice.countLeft((id) => fits(id, shape));
      return { tracks: planned, shortage: describeShortage(unfit, unwanted, shape) };
    },
  };
}

function nameOf(db: ReadableDB, library: PlanLibrary, { row, found }: PlannedPick): PlannedTrack {
  const trackId = library.openings.trackIds[row];
  return found === null
    ? { trackId, origin: 'shuffle', seamDistance: null, reason: null }
    : { trackId, origin: 'flow', ...describePick(db, library, found) };
}
