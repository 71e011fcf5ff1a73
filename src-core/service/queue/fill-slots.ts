import type { ReadableDB } from '../../database/handle.ts';
import { plan, type PlannedPick } from '../../queue/plan.ts';
import type { PlanLibrary } from '../../queue/plan-library.ts';
import type { Shape } from '../../queue/shape.ts';
import { describePick } from '../planning/describe-pick.ts';
import { Choice } from './choice.ts';
import type { Loaded } from './loaded-library.ts';
import { stretchFrom } from './plan-stretch.ts';
import type { Planned, PlannedTrack, PlanRequest } from './planner.ts';
import { describeShortage } from './shortage.ts';

/**
 * Fills the empty slots in their order: planned together as far as what stands has curves, and by chance where that is asked for or
 * curves are lacking.
 *
 * @param fits whether limits and region of a shape allow a track
 */
export function fillSlots(
  db: ReadableDB,
  { candidates, library }: Loaded,
  request: PlanRequest,
  fits: (trackId: number, shape: Shape) => boolean,
): Planned {
  const choice = new Choice(candidates, request);
  const byChance = (place: number): PlannedTrack | null => {
    const shape = request.shapeAt(place);
    const trackId = choice.byChance(request.by === 'flow', (id) => fits(id, shape));
    return trackId === null ? null : chosenByChance(trackId);
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
}

function nameOf(db: ReadableDB, library: PlanLibrary, { row, found }: PlannedPick): PlannedTrack {
  const trackId = library.openings.trackIds[row];
  return found === null
    ? chosenByChance(trackId)
    : { trackId, origin: 'flow', ...describePick(db, library, found) };
}

function chosenByChance(trackId: number): PlannedTrack {
  return { trackId, origin: 'shuffle', seamDistance: null, reason: null };
}
