import type { Curve } from '../contract/analysis.ts';
import type { PickReason } from '../contract/queue.ts';
import { explainPick } from './explain-pick.ts';
import { forPrint, segmentForPrint } from './for-print.ts';
import type { Openings } from './openings.ts';
import type { Found } from './plan.ts';

/** Tracks that were passed over and are named. */
const PASSED_OVER = 3;

/** Costs this close to the chosen one's cannot be told apart: a tenth of the error of a good clip model. */
export const EQUALLY_GOOD_WITHIN = 0.02;

/** Why a planned track was lined up, in a sentence and in numbers: what was weighed and nothing else. */
export function reasonOf(openings: Openings, found: Found): PickReason {
  const { standing, pull, chosen, effects, weighed, candidates } = found;
  const passedOver = weighed.filter((other) => other !== chosen);
  const stepsCompared = Math.min(standing.continuation.arousal.length, openings.stepCounts[chosen.row]);
  const opening = openingAt(openings, chosen.row, stepsCompared);
  const { arousal, valence } = chosen.jump.risk;
  return {
    sentence: explainPick(found, opening),
    rule: 'continuation',
    continuation: segmentForPrint(standing.continuation, stepsCompared),
    opening: segmentForPrint(opening),
    stepsCompared,
    target: pull,
    candidates,
    equallyGood: 1 + passedOver.filter(({ cost }) => cost <= chosen.cost + EQUALLY_GOOD_WITHIN).length,
    expectedJump: forPrint(chosen.jump.expected),
    uncertainty: { arousal: forPrint(Math.sqrt(arousal)), valence: forPrint(Math.sqrt(valence)) },
    effects: effects.map(({ kind, cost }) => ({ kind, cost: forPrint(cost) })),
    passedOver: passedOver.slice(0, PASSED_OVER).map(({ row, jump, cost }) => ({
      trackId: openings.trackIds[row],
      expectedJump: forPrint(jump.expected),
      cost: forPrint(cost),
    })),
  };
}

/** The first steps of a row's opening as a curve. */
export function openingAt({ values, stepsPerRow }: Openings, row: number, steps: number): Curve {
  const at = row * stepsPerRow * 2;
  return {
    arousal: Float32Array.from({ length: steps }, (_, step) => values[at + 2 * step]),
    valence: Float32Array.from({ length: steps }, (_, step) => values[at + 2 * step + 1]),
  };
}
