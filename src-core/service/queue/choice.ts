import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import type { Candidates } from './candidates.ts';
import type { PlanRequest } from './planner.ts';

/** Which tracks may still be picked while a plan is made. A recording is picked once, in however many files it comes. */
export class Choice {
  readonly random: RandomGenerator;
  /** 1 for each row of the openings that may be picked. */
  readonly allowedRows: Uint8Array;
  readonly #candidates: Candidates;
  readonly #taken: Set<number>;
  /** Heard lately, and to be heard again only where nothing else is left. */
  #heldBack: number[];
  readonly #excluded: ReadonlySet<number>;

  constructor(candidates: Candidates, { excluded, heard, slots, after, seed }: PlanRequest) {
    this.#candidates = candidates;
    this.#excluded = excluded;
    this.random = xoroshiro128plus(seed);
    this.#taken = new Set(excluded);
    for (const id of [after, ...slots]) if (id !== null) this.#taken.add(id);
    this.#heldBack = [...heard];
    this.allowedRows = new Uint8Array(candidates.openings.trackIds.length);
    this.#allow();
  }

  take(trackId: number): void {
    this.#taken.add(trackId);
    this.#holdBack(trackId);
  }

  /** Tries a pick; where there is none, tracks heard lately are let in, half of those that are left at a time. */
  tryEach<T>(pick: () => T | null): T | null {
    for (;;) {
      const found = pick();
      if (found !== null || this.#heldBack.length === 0) return found;
      this.#heldBack = this.#heldBack.slice(Math.ceil(this.#heldBack.length / 2));
      this.#allow();
    }
  }

  /** Any track that is there; those without a curve first, if asked for, since no other way leads to them. */
  byChance(withoutCurveFirst: boolean, fits: (trackId: number) => boolean): number | null {
    const { presentIds, rowOf } = this.#candidates;
    if (presentIds.length === 0) return null;
    const held = new Set(this.#heldBack);
    const start = uniformInt(this.random, 0, presentIds.length - 1);
    let fallback: number | null = null;
    for (let i = 0; i < presentIds.length; i++) {
      const id = presentIds[(start + i) % presentIds.length];
      if (held.has(id) || !this.#mayPick(id) || !fits(id)) continue;
      if (!withoutCurveFirst || !rowOf.has(id)) return id;
      fallback ??= id;
    }
    return fallback;
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

  #mayPick(id: number): boolean {
    const row = this.#candidates.rowOf.get(id);
    return !this.#taken.has(id) && (row === undefined || this.allowedRows[row] === 1);
  }

  #allow(): void {
    this.allowedRows.fill(1);
    for (const id of this.#taken) this.#holdBack(id);
    for (const id of this.#heldBack) this.#holdBack(id);
  }

  #holdBack(trackId: number): void {
    const { rowOf, recordings } = this.#candidates;
    const row = rowOf.get(trackId);
    if (row === undefined) return;
    const recording = recordings[row];
    for (let other = 0; other < recordings.length; other++) {
      if (recordings[other] === recording) this.allowedRows[other] = 0;
    }
  }
}
