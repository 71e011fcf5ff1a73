import type { PickEffect } from '../contract/queue.ts';
import { type Continuation, type Jump, jumpInto } from './expected-jump.ts';
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
  readonly effects: readonly PickEffect[];
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

/** Weighs a row against all that speaks for and against it after `standing`. */
export function weigh(
  library: PlanLibrary,
  request: Pick<PlanRequest, 'shape' | 'skips' | 'seed'>,
  legality: Pick<Legality, 'freshness'>,
  standing: Standing,
  row: number,
): Weighed {
  const { openings, facts } = library;
  const { shape, skips, seed } = request;
  const { after, wanted, wish } = standing;
  const variance = openingVariance(library, row);
  const jump = jumpInto(wanted, openings, row, variance, false);
  const effects: PickEffect[] = [];
  const count = (kind: PickEffect['kind'], cost: number): void => {
    if (cost !== 0) effects.push({ kind, cost });
  };
  const sharesGenre = facts.genres[row] >= 0 && facts.genres[row] === facts.genres[after];
  if (sharesGenre && !shape.leftOut.includes('genre'))
    count('genre', jumpInto(wanted, openings, row, variance, true).expected - jump.expected);
  count('heard-lately', WEIGHTS.heardLately * (legality.freshness.get(facts.recordings[row]) ?? 0));
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
  const cost = effects.reduce((sum, effect) => sum + effect.cost, jump.expected);
  return { row, jump, effects, cost };
}

function awayFrom(means: Float32Array, row: number, wish: MoodPoint): number {
  return Math.hypot(means[2 * row] - wish.arousal, means[2 * row + 1] - wish.valence);
}
