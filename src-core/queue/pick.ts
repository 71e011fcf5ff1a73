import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import type { Curve } from '../contract/analysis.ts';
import type { MoodPoint } from '../contract/mood.ts';
import type { CurveSegment, PickReason } from '../contract/queue.ts';
import { explainSeam, explainStrict } from './explain.ts';
import { type Match, nearestOpenings } from './match.ts';
import type { Openings } from './openings.ts';
import { strictMatches } from './strict.ts';
import { pullToward } from './target.ts';
import type { AxisTrust } from './trust.ts';

/** Matches this close to the best cannot be told apart: a tenth of the error of a good clip model. */
export const EQUALLY_GOOD_WITHIN = 0.02;

/** Among no more than this many equals does the seed choose. */
const MOST_EQUALS = 5;

export interface PickRules {
  readonly trust: AxisTrust;
  readonly target: MoodPoint | null;
  readonly strict: boolean;
}

export interface Pick {
  readonly row: number;
  readonly seamDistance: number;
  readonly reason: PickReason;
}

/**
 * Chooses the row that carries on best from a continuation, or null where the rules leave none.
 *
 * The nearest opening wins; where others are as near as makes no audible difference, `random` chooses among them, so
 * that the same library does not always play the same way.
 *
 * @param continuation what the sequence model expects next, at least one half-second pair
 * @param allowed 1 for each row that may be chosen
 */
export function pickNext(
  continuation: Curve,
  openings: Openings,
  allowed: Uint8Array,
  rules: PickRules,
  random: RandomGenerator,
): Pick | null {
  const { wanted, pull } =
    rules.target === null ? { wanted: continuation, pull: null } : pullToward(continuation, rules.target);
  const matches = rules.strict
    ? strictMatches(wanted, openings, allowed)
    : nearestOpenings(wanted, openings, rules.trust, allowed, MOST_EQUALS);
  if (matches.length === 0) return null;

  const equals = equallyGood(matches);
  const { row, seamDistance } = equals[uniformInt(random, 0, equals.length - 1)];
  const stepsCompared = rules.strict ? 1 : Math.min(wanted.arousal.length, openings.stepCounts[row]);
  const opening = openingOf(openings, row, stepsCompared);
  return {
    row,
    seamDistance,
    reason: {
      sentence: rules.strict
        ? explainStrict(seamDistance)
        : explainSeam({ continuation, opening, seamDistance, pull }),
      rule: rules.strict ? 'strict' : 'continuation',
      continuation: toSegment(wanted, stepsCompared),
      opening: toSegment(opening, stepsCompared),
      stepsCompared,
      target: pull,
      candidates: rules.strict ? matches.length : countAllowed(allowed),
      equallyGood: equals.length,
    },
  };
}

function equallyGood(matches: readonly Match[]): Match[] {
  const limit = matches[0].seamDistance + EQUALLY_GOOD_WITHIN;
  return matches.filter((match) => match.seamDistance <= limit).slice(0, MOST_EQUALS);
}

function countAllowed(allowed: Uint8Array): number {
  return allowed.reduce((count, flag) => count + flag, 0);
}

function openingOf({ values, stepsPerRow }: Openings, row: number, steps: number): Curve {
  const at = row * stepsPerRow * 2;
  return {
    arousal: Float32Array.from({ length: steps }, (_, step) => values[at + 2 * step]),
    valence: Float32Array.from({ length: steps }, (_, step) => values[at + 2 * step + 1]),
  };
}

function toSegment(curve: Curve, steps: number): CurveSegment {
  const rounded = (values: Float32Array): number[] => Array.from(values.subarray(0, steps), roundForPrint);
  return { arousal: rounded(curve.arousal), valence: rounded(curve.valence) };
}

/** Four decimals: finer than any model's error, and short to read. */
function roundForPrint(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
