import type { ReadableDB } from '../../database/handle.ts';
import { recentPlays } from '../../database/play-history.ts';
import { courseTo } from '../../queue/course.ts';
import type { PlanRequest as RowRequest } from '../../queue/plan-request.ts';
import { PLAIN_FLOW } from '../../queue/shape.ts';
import type { Candidates } from './candidates.ts';
import type { PlannedTrack, PlanRequest } from './planner.ts';

/** Plays that are looked back upon: some weeks of listening. */
const REMEMBERED_PLAYS = 1000;

/**
 * The part of a request that can be planned in one go: from a place on, as far as what stands has curves. In rows of the
 * library; null where what comes before has no curve.
 *
 * @param planned what the places before were filled with
 */
export function stretchFrom(
  db: ReadableDB,
  { rowOf }: Candidates,
  request: PlanRequest,
  afterId: number,
  place: number,
  planned: readonly PlannedTrack[],
): RowRequest | null {
  const after = rowOf.get(afterId);
  if (after === undefined) return null;
  const rowsOf = (ids: Iterable<number>): number[] => [...ids].flatMap((id) => rowOf.get(id) ?? []);
  const slots: (number | null)[] = [];
  for (const id of request.slots.slice(place)) {
    const row = id === null ? null : rowOf.get(id);
    if (row === undefined) break;
    slots.push(row);
  }
  const standing = [request.after, ...request.slots].filter((id) => id !== null);
  const taken = [...request.excluded, ...standing, ...planned.map(({ trackId }) => trackId)];
  return {
    after,
    slots,
    never: new Set(rowsOf(taken)),
    heard: rowsOf(heardBefore(db, request.heard)),
    skips: new Map(),
    shape: { ...PLAIN_FLOW, course: courseTo(request.target) },
    seed: request.seed,
  };
}

/** This evening's tracks, and before them those of the days before. The latest last. */
function heardBefore(db: ReadableDB, tonight: readonly number[]): number[] {
  const isTonight = new Set(tonight);
  const plays = recentPlays(db, REMEMBERED_PLAYS).map(({ trackId }) => trackId);
  return [...plays.filter((id) => !isTonight.has(id)).reverse(), ...tonight];
}
