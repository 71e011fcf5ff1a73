import type { PickEffect } from '../contract/queue.ts';
import { type Continuation, gapsInto, type Jump, jumpOver } from './expected-jump.ts';
import type { Legality } from './legality.ts';
import { openingVariance, type PlanLibrary } from './plan-library.ts';
import type { PlanRequest } from './plan-request.ts';
import type { MoodPoint } from '../contract/mood.ts';
import { seamTerms } from './seam-terms.ts';
import { seededNoise } from './seeded-noise.ts';

/** What the effects cost at most, in units of the circumplex; a seam that cannot be told from none expects about 0.35. */
export const WEIGHTS = {
  /** Each time that a track was heard, fading with what was heard since. */
  heardLately: 0.3,
  /** Each early skip where the music stood alike; at most three count. */
  skippedHere: 0.08,
  loved: -0.03,
  /** Between what is never and what is often played. */
  discovery: 0.1,
  /** Share of the way that a track's whole lies from the point wanted, where the course has one. */
  course: 0.6,
} as const;

/** A track that could come next, weighed. */
export interface Weighed {
  readonly row: number;
  readonly jump: Jump;
  /** Expected jump and effects: the lower the better. */
  readonly cost: number;
}

/** Where a pick stands: what came before, what is expected after it, and what is wanted of the next. */
export interface Standing {
  readonly after: number;
  readonly continuation: Continuation;
  /** The continuation as the course bends it. */
  readonly wanted: Continuation;
  /** Where the course wants the next track as a whole; null where it has no wish. */
  readonly wish: MoodPoint | null;
}

/** What the listener and the evening make of a row, whatever comes before it. */
export interface Wishes extends Pick<PlanRequest, 'shape' | 'skips' | 'seed'>, Pick<Legality, 'freshness'> {}

/** Weighs a row against all that speaks for and against it after `standing`. */
export function weigh(library: PlanLibrary, wishes: Wishes, standing: Standing, row: number): Weighed {
  let effects = 0;
  const jump = tally(library, wishes, standing, row, (_, cost) => (effects += cost));
  return { row, jump, cost: jump.expected + effects };
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
  { after, wanted, wish }: Standing,
  row: number,
  count: (kind: PickEffect['kind'], cost: number) => void,
): Jump {
  const { openings, facts } = library;
  const variance = openingVariance(library, row);
  const gaps = gapsInto(wanted, openings, row);
  const jump = jumpOver(gaps, wanted.variance, variance, false);
  const sharesGenre = facts.genres[row] >= 0 && facts.genres[row] === facts.genres[after];
  if (sharesGenre && !shape.leftOut.includes('genre'))
    count('genre', jumpOver(gaps, wanted.variance, variance, true).expected - jump.expected);
  count('heard-lately', WEIGHTS.heardLately * (freshness.get(facts.recordings[row]) ?? 0));
  count('skipped-here', WEIGHTS.skippedHere * Math.min(3, skips.get(row) ?? 0));
  if (facts.loved[row] === 1) count('loved', WEIGHTS.loved);
  seamTerms(facts, after, row, shape.leftOut, count);
  // 0 for what was never played, toward 1 for what is played often.
  const familiarity = 1 - 1 / (1 + facts.playCounts[row]);
  count('discovery', WEIGHTS.discovery * shape.discovery * (familiarity - 0.5));
  if (wish !== null) count('course', WEIGHTS.course * awayFrom(library.means, row, wish));
  if (shape.exploration > 0) {
    const { trackIds } = openings;
    count('chance', -shape.exploration * seededNoise(seed, trackIds[after], trackIds[row]));
  }
  return jump;
}

function awayFrom(means: Float32Array, row: number, wish: MoodPoint): number {
  return Math.hypot(means[2 * row] - wish.arousal, means[2 * row + 1] - wish.valence);
}
