import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import type { MoodPoint } from '../../contract/mood.ts';
import { getClosing } from '../../database/curves.ts';
import type { ReadableDB } from '../../database/handle.ts';
import { type Pick, pickNext } from '../../queue/pick.ts';
import type { Forecaster } from '../load-forecaster.ts';
import { type Candidates, loadCandidates } from './candidates.ts';
import { Choice } from './choice.ts';
import type { PlannedTrack, PlanRequest, QueuePlanner } from './planner.ts';

/** Curves arrive one by one while a library is indexed; loading a large one again takes at most this part of the time. */
const RELOAD_SHARE = 20;

/**
 * Picks one track after the other: each the one whose opening carries on best from the one before it, or one by chance
 * where that is asked for or curves are lacking.
 */
export function createFlowPlanner(db: ReadableDB, forecaster: Forecaster): QueuePlanner {
  let loaded: Candidates | null = null;
  let hasNewCurves = false;
  let loadAgainAtMs = 0;
  const candidates = (): Candidates => {
    const isDue = hasNewCurves && performance.now() >= loadAgainAtMs;
    if (loaded !== null && !isDue) return loaded;
    const startedMs = performance.now();
    loaded = loadCandidates(db);
    hasNewCurves = false;
    loadAgainAtMs = performance.now() + (performance.now() - startedMs) * RELOAD_SHARE;
    return loaded;
  };

  const pickAfter = (
    after: number,
    allowed: Uint8Array,
    target: MoodPoint | null,
    random: RandomGenerator,
  ): Pick | null => {
    const closing = getClosing(db, after);
    if (closing === undefined) return null;
    const rules = { trust: forecaster.trust, target, strict: false };
    return pickNext(forecaster.continuationOf(closing), candidates().openings, allowed, rules, random);
  };

  const pick = (after: number | null, choice: Choice, request: PlanRequest): PlannedTrack | null => {
    if (request.by === 'flow' && after !== null) {
      const found = pickAfter(after, choice.allowedRows, request.target, choice.random);
      if (found !== null) {
        const { row, seamDistance, reason } = found;
        return { trackId: candidates().openings.trackIds[row], origin: 'flow', seamDistance, reason };
      }
    }
    const trackId = choice.byChance(request.by === 'flow');
    return trackId === null ? null : { trackId, origin: 'shuffle', seamDistance: null, reason: null };
  };

  return {
    libraryChanged: (what) => {
      if (what === 'tracks') loaded = null;
      else hasNewCurves = true;
    },
    judge: (after, trackId, target) => {
      const { rowOf, openings } = candidates();
      const row = rowOf.get(trackId);
      if (row === undefined) return null;
      const onlyIt = new Uint8Array(openings.trackIds.length);
      onlyIt[row] = 1;
      return pickAfter(after, onlyIt, target, xoroshiro128plus(0));
    },
    fill: (request) => {
      const choice = new Choice(candidates(), request);
      const planned: PlannedTrack[] = [];
      let after = request.after;
      for (const fixed of request.slots) {
        if (fixed !== null) {
          after = fixed;
          continue;
        }
        const found = choice.tryEach(() => pick(after, choice, request));
        if (found === null) break;
        planned.push(found);
        choice.take(found.trackId);
        after = found.trackId;
      }
      return planned;
    },
  };
}
