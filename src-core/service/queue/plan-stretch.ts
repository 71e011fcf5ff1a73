import { moodDistance } from '../../contract/mood.ts';
import type { ReadableDB } from '../../database/handle.ts';
import { heldSkips } from '../../database/early-skips.ts';
import { recentPlays } from '../../database/play-history.ts';
import type { PlanRequest as RowRequest } from '../../queue/plan-request.ts';
import type { Shape } from '../../queue/shape.ts';
import type { Candidates } from './candidates.ts';
import type { PlannedTrack, PlanRequest } from './planner.ts';

/** Music this near to where it stood at a skip stands alike, in units of the circumplex. */
const ALIKE_WITHIN = 0.35;

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
  candidates: Candidates,
  request: PlanRequest,
  afterId: number,
  place: number,
  planned: readonly PlannedTrack[],
): RowRequest | null {
  const { rowOf } = candidates;
  const after = rowOf.get(afterId);
  if (after === undefined) return null;
  const rowsOf = (ids: Iterable<number>): number[] => [...ids].flatMap((id) => rowOf.get(id) ?? []);
  const slots: (number | null)[] = [];
  const shape = request.shapeAt(place);
  for (const [i, id] of request.slots.slice(place).entries()) {
    if (!isSameHour(request.shapeAt(place + i), shape)) break;
    const row = id === null ? null : rowOf.get(id);
    if (row === undefined) break;
    slots.push(row);
  }
  const { heard, tonightFrom } = heardBefore(db, request);
  const standing = [request.after, ...request.slots].filter((id) => id !== null);
  const taken = [...request.excluded, ...standing, ...planned.map(({ trackId }) => trackId)];
  return {
    after,
    slots,
    never: new Set(rowsOf(taken)),
    heard: rowsOf(heard),
    heardTonight: rowsOf(heard.slice(tonightFrom)).length,
    skips: skipsNear(db, candidates, after),
    shape,
    seed: request.seed,
  };
}

/** Limits of energy are of the hour. */
function isSameHour({ arousalLimits: one }: Shape, { arousalLimits: other }: Shape): boolean {
  return one?.lowest === other?.lowest && one?.highest === other?.highest;
}

/** What was heard, the latest last, this queue's tracks after those of the days before; and where this evening's begin. */
function heardBefore(
  db: ReadableDB,
  { heard: ofQueue, eveningSinceMs }: PlanRequest,
): { heard: number[]; tonightFrom: number } {
  const isOfQueue = new Set(ofQueue);
  const plays = recentPlays(db, REMEMBERED_PLAYS).reverse();
  const heard = [...plays.map(({ trackId }) => trackId).filter((id) => !isOfQueue.has(id)), ...ofQueue];
  const tonight = new Set(
    plays.filter(({ startedAtMs }) => startedAtMs >= eveningSinceMs).map(({ trackId }) => trackId),
  );
  const first = heard.findIndex((id) => tonight.has(id));
  return { heard, tonightFrom: first < 0 ? heard.length : first };
}

/** How often each row was skipped early where the music stood as it does after `after`. */
function skipsNear(db: ReadableDB, { rowOf, means }: Candidates, after: number): Map<number, number> {
  const counts = new Map<number, number>();
  const here = { arousal: means[2 * after], valence: means[2 * after + 1] };
  for (const { trackId, mood } of heldSkips(db)) {
    const row = rowOf.get(trackId);
    if (row === undefined || mood === null) continue;
    if (moodDistance(mood, here) <= ALIKE_WITHIN) counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  return counts;
}
