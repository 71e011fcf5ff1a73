import type { Found } from './plan.ts';
import type { PlanLibrary } from './plan-library.ts';
import { PLAIN_FLOW } from './shape.ts';
import { weigh } from './weigh.ts';

/** How a row carries on from another, whoever put it there. */
export function judgeSeam(library: PlanLibrary, after: number, row: number): Found {
  const [continuation] = library.continuationsAfter([after]);
  const standing = { after, continuation, wanted: continuation, wish: null };
  const request = { shape: { ...PLAIN_FLOW, exploration: 0 }, skips: new Map<number, number>(), seed: 0 };
  const chosen = weigh(library, request, { freshness: new Map() }, standing, row);
  return { standing, pull: null, chosen, passedOver: [], candidates: 1, byAlbum: false };
}
