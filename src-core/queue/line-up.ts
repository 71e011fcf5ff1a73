import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Curve } from '../contract/analysis.ts';
import type { Openings } from './openings.ts';
import { type Pick, type PickRules, pickNext } from './pick.ts';

export interface LineUpLibrary {
  readonly openings: Openings;
  /** Rows with the same number hold the same recording; a line-up plays it once. */
  readonly recordings: Int32Array;
  /** What the sequence model expects after the track at `row`. */
  readonly continuationAfter: (row: number) => Curve;
}

export interface LineUpRequest extends PickRules {
  /** Row of the track that is playing. */
  readonly fromRow: number;
  readonly count: number;
  readonly seed: number;
}

/**
 * Lines up to `count` tracks after another: each pick carries on from the one before it. No recording comes twice, the
 * starting one included. Shorter than `count` where the library or the rules give no more.
 * The same library and seed give the same line-up.
 */
export function lineUp(library: LineUpLibrary, request: LineUpRequest): Pick[] {
  const { openings, recordings, continuationAfter } = library;
  const allowed = new Uint8Array(openings.trackIds.length).fill(1);
  const random = xoroshiro128plus(request.seed);
  const picks: Pick[] = [];
  let row = request.fromRow;
  holdBack(recordings[row], recordings, allowed);
  while (picks.length < request.count) {
    const pick = pickNext(continuationAfter(row), openings, allowed, request, random);
    if (pick === null) break;
    picks.push(pick);
    row = pick.row;
    holdBack(recordings[row], recordings, allowed);
  }
  return picks;
}

function holdBack(recording: number, recordings: Int32Array, allowed: Uint8Array): void {
  for (let row = 0; row < recordings.length; row++) if (recordings[row] === recording) allowed[row] = 0;
}
