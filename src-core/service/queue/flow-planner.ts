import type { ReadableDB } from '../../database/handle.ts';
import { judgeSeam } from '../../queue/judge-seam.ts';
import { plan, type PlannedPick } from '../../queue/plan.ts';
import type { PlanLibrary } from '../../queue/plan-library.ts';
import type { Forecaster } from '../load-forecaster.ts';
import { describePick } from '../planning/describe-pick.ts';
import { loadPlanLibrary } from '../planning/load-plan-library.ts';
import { type Candidates, loadCandidates } from './candidates.ts';
import { Choice } from './choice.ts';
import { stretchFrom } from './plan-stretch.ts';
import type { PlannedTrack, QueuePlanner } from './planner.ts';

/** Plans what carries on best from what, or picks by chance where that is asked for or curves are lacking. */
export function createFlowPlanner(db: ReadableDB, forecaster: Forecaster): QueuePlanner {
  let loaded: { candidates: Candidates; library: PlanLibrary } | null = null;
  const load = (): { candidates: Candidates; library: PlanLibrary } => {
    if (loaded === null) {
      const library = loadPlanLibrary(db, forecaster);
      loaded = { library, candidates: loadCandidates(db, library) };
    }
    return loaded;
  };

  const byChance = (choice: Choice, withoutCurveFirst: boolean): PlannedTrack | null => {
    const trackId = choice.tryEach(() => choice.byChance(withoutCurveFirst));
    return trackId === null ? null : { trackId, origin: 'shuffle', seamDistance: null, reason: null };
  };

  return {
    libraryChanged: () => {
      loaded = null;
    },
    judge: (after, trackId) => {
      const { candidates, library } = load();
      const from = candidates.rowOf.get(after);
      const row = candidates.rowOf.get(trackId);
      return from === undefined || row === undefined
        ? null
        : describePick(db, library, judgeSeam(library, from, row));
    },
    fill: (request) => {
      const { candidates, library } = load();
      const choice = new Choice(candidates, request);
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
        const next = ready.shift() ?? byChance(choice, request.by === 'flow');
        if (next === null) break;
        planned.push(next);
        choice.take(next.trackId);
        after = next.trackId;
      }
      return planned;
    },
  };
}

function nameOf(db: ReadableDB, library: PlanLibrary, { row, found }: PlannedPick): PlannedTrack {
  const trackId = library.openings.trackIds[row];
  return found === null
    ? { trackId, origin: 'shuffle', seamDistance: null, reason: null }
    : { trackId, origin: 'flow', ...describePick(db, library, found) };
}
