import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import type { Candidates } from './candidates.ts';
import type { PlanRequest } from './planner.ts';

/** Picks by chance while a plan is made. A recording is picked once, in however many files it comes. */
export class Choice {
  readonly #candidates: Candidates;
  readonly #random: RandomGenerator;
  readonly #excluded: ReadonlySet<number>;
  readonly #taken: Set<number>;
  /** Of the tracks that are taken. */
  readonly #takenRecordings: Set<number>;
  /** Heard lately, and to be heard again only where nothing else is left. */
  #heldBack: readonly number[];

  constructor(candidates: Candidates, { excluded, heard, slots, after, seed }: PlanRequest) {
    this.#candidates = candidates;
    this.#excluded = excluded;
    this.#random = xoroshiro128plus(seed);
    this.#taken = new Set(excluded);
    for (const id of [after, ...slots]) if (id !== null) this.#taken.add(id);
    this.#takenRecordings = this.#recordingsOf(this.#taken);
    this.#heldBack = heard;
  }

  take(trackId: number): void {
    this.#taken.add(trackId);
    for (const recording of this.#recordingsOf([trackId])) this.#takenRecordings.add(recording);
  }

  /**
   * Any track that is there. Tracks heard lately are let in where there is no other, half of those that are left at a
   * time.
   *
   * @param withoutCurveFirst tracks without a curve come first, since no other way leads to them
   * @param fits whether the listener's rules allow a track
   */
  byChance(withoutCurveFirst: boolean, fits: (trackId: number) => boolean): number | null {
    for (;;) {
      const found = this.#pick(withoutCurveFirst, fits);
      if (found !== null || this.#heldBack.length === 0) return found;
      this.#heldBack = this.#heldBack.slice(Math.ceil(this.#heldBack.length / 2));
    }
  }

  /** Tracks that are there and were not taken, by what keeps them out. */
  countLeft(fits: (trackId: number) => boolean): { unfit: number; unwanted: number } {
    let unfit = 0;
    let unwanted = 0;
    for (const id of this.#candidates.presentIds) {
      if (this.#excluded.has(id)) unwanted++;
      else if (!this.#taken.has(id) && !fits(id)) unfit++;
    }
    return { unfit, unwanted };
  }

  #pick(withoutCurveFirst: boolean, fits: (trackId: number) => boolean): number | null {
    const { presentIds, rowOf, recordings } = this.#candidates;
    if (presentIds.length === 0) return null;
    const held = new Set(this.#heldBack);
    const heldRecordings = this.#recordingsOf(held);
    const mayPick = (id: number): boolean => {
      if (held.has(id) || this.#taken.has(id)) return false;
      const row = rowOf.get(id);
      const recording = row === undefined ? null : recordings[row];
      const isFree =
        recording === null || (!this.#takenRecordings.has(recording) && !heldRecordings.has(recording));
      return isFree && fits(id);
    };
    const start = uniformInt(this.#random, 0, presentIds.length - 1);
    let fallback: number | null = null;
    for (let i = 0; i < presentIds.length; i++) {
      const id = presentIds[(start + i) % presentIds.length];
      if (!mayPick(id)) continue;
      if (!withoutCurveFirst || !rowOf.has(id)) return id;
      fallback ??= id;
    }
    return fallback;
  }

  #recordingsOf(ids: Iterable<number>): Set<number> {
    const { rowOf, recordings } = this.#candidates;
    const found = new Set<number>();
    for (const id of ids) {
      const row = rowOf.get(id);
      if (row !== undefined) found.add(recordings[row]);
    }
    return found;
  }
}
