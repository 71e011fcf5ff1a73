import type { PickEffect } from '../contract/queue.ts';
import { type Continuation, gapsInto, type Jump, jumpOver } from './expected-jump.ts';
import type { Legality } from './legality.ts';
import type { PlanLibrary } from './plan-library.ts';
import type { PlanRequest } from './plan-request.ts';
import { seamTerms } from './seam-terms.ts';
import { seededNoise } from './seeded-noise.ts';
import { strideCost, type Way } from './way.ts';

/** What the effects cost at most, in units of the circumplex; a seam that cannot be told from none expects about 0.35. */
export const WEIGHTS = {
  /** Each time that a track was heard, fading with what was heard since. */
  heardLately: 0.3,
  /** Each early skip where the music stood alike; at most three count. */
  skippedHere: 0.08,
  loved: -0.03,
  /** Between what is never and what is often played. */
  discovery: 0.1,
} as const;

/** A track that could come next, weighed. */
export interface Weighed {
  readonly row: number;
  readonly jump: Jump;
  /** Jump and effects, and what is to come at least: the lower the better. */
  readonly cost: number;
  /** The part of it that is not paid yet, see `Way`. */
  readonly ahead: number;
}

/** Where a pick stands: what came before, what is expected after it, and where the course leads. */
export interface Standing {
  readonly after: number;
  readonly continuation: Continuation;
  /** What the place of the next track costs on the course; null where it has no wish. */
  readonly way: Way | null;
}

/** What the listener and the evening make of a row, whatever comes before it. */
export interface Wishes extends Pick<PlanRequest, 'shape' | 'skips' | 'seed'>, Pick<Legality, 'freshness'> {}

/** Weighs a row against all that speaks for and against it after `standing`. */
export function weigh(library: PlanLibrary, wishes: Wishes, standing: Standing, row: number): Weighed {
  const { way } = standing;
  let effects = 0;
  let course = 0;
  const jump = tally(library, wishes, standing, row, (kind, cost) => {
    effects += cost;
    if (kind === 'course') course = cost;
  });
  const leap = way === null ? jump.expected : strideCost(jump.expected);
  return { row, jump, cost: leap + effects, ahead: way === null || way.isPaid ? 0 : course };
}

/** All that speaks for and against a row besides the jump, as far as it does. */
export function effectsOn(
  library: PlanLibrary,
  wishes: Wishes,
  standing: Standing,
  row: number,
): PickEffect[] {
  const effects: PickEffect[] = [];
  tally(library, wishes, standing, row, (kind, cost) => {
    if (cost !== 0) effects.push({ kind, cost });
  });
  return effects;
}

function tally(
  library: PlanLibrary,
  { shape, skips, seed, freshness }: Wishes,
  { after, continuation, way }: Standing,
  row: number,
  count: (kind: PickEffect['kind'], cost: number) => void,
): Jump {
  const { openings, facts } = library;
  const variance = { arousal: library.variances[2 * row], valence: library.variances[2 * row + 1] };
  const gaps = gapsInto(continuation, openings, row);
  const jump = jumpOver(gaps, continuation.variance, variance, false);
  const sharesGenre = facts.genres[row] >= 0 && facts.genres[row] === facts.genres[after];
  if (sharesGenre && !shape.leftOut.includes('genre'))
    count('genre', jumpOver(gaps, continuation.variance, variance, true).expected - jump.expected);
  count('heard-lately', WEIGHTS.heardLately * (freshness.get(facts.recordings[row]) ?? 0));
  count('skipped-here', WEIGHTS.skippedHere * Math.min(3, skips.get(row) ?? 0));
  if (facts.loved[row] === 1) count('loved', WEIGHTS.loved);
  seamTerms(facts, after, row, shape.leftOut, count);
  // 0 for what was never played, toward 1 for what is played often.
  const familiarity = 1 - 1 / (1 + facts.playCounts[row]);
  count('discovery', WEIGHTS.discovery * shape.discovery * (familiarity - 0.5));
  if (way !== null) {
    const { means } = library;
    count('course', way.costAt({ arousal: means[2 * row], valence: means[2 * row + 1] }));
  }
  if (shape.exploration > 0) {
    const { trackIds } = openings;
    count('chance', -shape.exploration * seededNoise(seed, trackIds[after], trackIds[row]));
  }
  return jump;
}
