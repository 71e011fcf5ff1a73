import { assign } from './assignment.ts';
import { drawRows } from './draw-rows.ts';
import { deviation, mean, quantile } from './measures.ts';
import { POLICIES } from './policies.ts';
import type { RatedLibrary } from './rated-library.ts';
import {
  type Evening,
  type PlayAmount,
  type PolicyScore,
  ratedDistance,
  scorePolicy,
} from './score-policy.ts';
import { scoreSteering, type SteeringScore } from './score-steering.ts';

/** The least mean jump that any order can have in which every track is followed by another, each once. */
export interface Bound {
  readonly seamMean: number;
  readonly seamP95: number;
  readonly seamWorst: number;
}

export interface QueueEvaluation {
  readonly bound: Bound;
  readonly policies: Readonly<Record<string, PolicyScore>>;
  /** How much higher each policy's mean jump is than Segue's, over evenings that begin with the same track. */
  readonly segueLeads: Readonly<Record<string, { readonly by: number; readonly standardError: number }>>;
  readonly steering: SteeringScore;
}

/** Of every this many seeds one plays the courses, which start from many rows each. */
const SEEDS_PER_COURSE = 5;

/** Plays every policy on the same curves and scores them on the ratings. @param onPolicy told the name of each before it plays */
export function evaluateQueue(
  library: RatedLibrary,
  amount: PlayAmount,
  onPolicy: (name: string) => void,
): QueueEvaluation {
  onPolicy('optimal assignment');
  const bound = boundOf(library);
  const evenings = drawEvenings(library, amount.seeds);
  const queueLength = Math.min(amount.queueLength, evenings[0].library.tracks.length);
  const played = POLICIES.map((policy) => {
    onPolicy(policy.name);
    return [policy.name, scorePolicy(policy, library, evenings, { ...amount, queueLength })] as const;
  });
  const byName = Object.fromEntries(played);
  const shuffled = byName.shuffle.score.seamMean;
  onPolicy('courses');
  return {
    bound,
    policies: mapValues(byName, ({ score }) => ({
      ...score,
      normalised: (shuffled - score.seamMean) / (shuffled - bound.seamMean),
    })),
    segueLeads: mapValues(byName, ({ evenings }) => {
      const leads = evenings.map((jump, i) => jump - byName.segue.evenings[i]);
      return { by: mean(leads), standardError: deviation(leads) / Math.sqrt(leads.length) };
    }),
    steering: scoreSteering(library, Math.max(1, Math.round(amount.seeds / SEEDS_PER_COURSE))),
  };
}

function mapValues<From, To>(record: Record<string, From>, map: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}

/**
 * Each evening has a library of its own, two thirds of the tracks: else a policy that always ends up with the same few
 * tracks would be judged by these alone, and its spread would not show that it might have been others.
 */
function drawEvenings(library: RatedLibrary, count: number): Evening[] {
  return Array.from({ length: count }, (_, seed) => {
    const drawn = drawRows(library, seed);
    const [first] = drawn;
    drawn.sort((a, b) => a - b);
    return { library: library.part(drawn), first: drawn.indexOf(first) };
  });
}

function boundOf(library: RatedLibrary): Bound {
  const size = library.tracks.length;
  const next = assign(size, (row, other) => (row === other ? FORBIDDEN : ratedDistance(library, row, other)));
  const seams = Array.from(next, (other, row) => ratedDistance(library, row, other));
  return { seamMean: mean(seams), seamP95: quantile(seams, 0.95), seamWorst: Math.max(...seams) };
}

/** More than any sum of distances that could be saved by it. */
const FORBIDDEN = 1e6;
