import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Curve } from '../contract/analysis.ts';
import type { MoodPoint } from '../contract/mood.ts';
import type { PickReason } from '../contract/queue.ts';
import { courseTo, paced, pullOf } from './course.ts';
import { curveLevel, shiftCurve } from './curve-level.ts';
import { forPrint } from './for-print.ts';
import type { Openings } from './openings.ts';
import { EQUALLY_GOOD_WITHIN } from './reason.ts';
import { type Match, STRICT_TOLERANCE, strictMatches } from './strict.ts';

/** Among no more than this many equals does the seed choose. */
const MOST_EQUALS = 5;

export interface StrictLibrary {
  readonly openings: Openings;
  /** Rows with the same number hold the same recording; a line-up plays it once. */
  readonly recordings: Int32Array;
  /** What the sequence model expects after the track at `row`. */
  readonly continuationAfter: (row: number) => Curve;
}

export interface StrictRequest {
  /** Row of the track that is playing. */
  readonly fromRow: number;
  readonly count: number;
  readonly seed: number;
  /** Bends what is predicted, in bounded steps; null: nothing does. */
  readonly target: MoodPoint | null;
}

export interface StrictPick {
  readonly row: number;
  /** The larger of the two gaps between the predicted half second and the opening's first. */
  readonly seamDistance: number;
  readonly reason: PickReason;
}

/**
 * Lines up to `count` tracks by the paper's rule (arXiv 2403.17379). No recording comes twice; it ends where nothing fits
 * the rule. The same library and seed give the same line-up.
 */
export function lineUpStrictly(
  { openings, recordings, continuationAfter }: StrictLibrary,
  { fromRow, count, seed, target }: StrictRequest,
): StrictPick[] {
  const random = xoroshiro128plus(seed);
  const played = new Set([recordings[fromRow]]);
  const picks: StrictPick[] = [];
  const course = paced(courseTo(target));
  let row = fromRow;
  while (picks.length < count) {
    const continuation = continuationAfter(row);
    const pull = pullOf(course, curveLevel(continuation), picks.length);
    const predicted = pull === null ? continuation : shiftCurve(continuation, pull.pull);
    const allowed = Uint8Array.from(recordings, (recording) => (played.has(recording) ? 0 : 1));
    const matches = strictMatches(predicted, openings, allowed);
    if (matches.length === 0) break;
    const limit = matches[0].seamDistance + EQUALLY_GOOD_WITHIN;
    const equals = matches.filter(({ seamDistance }) => seamDistance <= limit).slice(0, MOST_EQUALS);
    const chosen = equals[uniformInt(random, 0, equals.length - 1)];
    const counts = { candidates: matches.length, equallyGood: equals.length, target: pull };
    picks.push({ ...chosen, reason: reasonOf(predicted, openings, chosen, counts) });
    row = chosen.row;
    played.add(recordings[row]);
  }
  return picks;
}

function reasonOf(
  predicted: Curve,
  { values, stepsPerRow }: Openings,
  { row, seamDistance }: Match,
  counts: Pick<PickReason, 'candidates' | 'equallyGood' | 'target'>,
): PickReason {
  const at = row * stepsPerRow * 2;
  return {
    sentence: `Its first half second is ${seamDistance.toFixed(2)} from the predicted one, within ${STRICT_TOLERANCE} on both axes.`,
    rule: 'strict',
    continuation: { arousal: [forPrint(predicted.arousal[0])], valence: [forPrint(predicted.valence[0])] },
    opening: { arousal: [forPrint(values[at])], valence: [forPrint(values[at + 1])] },
    stepsCompared: 1,
    ...counts,
  };
}
