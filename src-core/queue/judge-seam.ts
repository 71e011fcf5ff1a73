import type { SeamTerm } from '../contract/queue.ts';
import type { Found } from './plan.ts';
import type { PlanLibrary } from './plan-library.ts';
import { PLAIN_FLOW } from './shape.ts';
import { effectsOn, weigh } from './weigh.ts';

/** How a row carries on from another, whoever put it there. @param leftOut what the listener does not want to be weighed */
export function judgeSeam(
  library: PlanLibrary,
  after: number,
  row: number,
  leftOut: readonly SeamTerm[],
): Found {
  const [continuation] = library.continuationsAfter([after]);
  const standing = { after, continuation, way: null };
  const shape = { ...PLAIN_FLOW, leftOut, exploration: 0 };
  const wishes = { shape, skips: new Map<number, number>(), seed: 0, freshness: new Map<number, number>() };
  const chosen = weigh(library, wishes, standing, row);
  const effects = effectsOn(library, wishes, standing, row);
  return { standing, pull: null, chosen, effects, weighed: [chosen], candidates: 1, byAlbum: false };
}
