import { SvelteMap } from 'svelte/reactivity';

/** As many as the core takes at once. */
export const MOST_SELECTED = 10_000;

export interface SelectionSource {
  readonly total: () => number;
  /** The tracks of the rows from one up to another. */
  readonly idsBetween: (from: number, to: number) => Promise<readonly number[]>;
  /** Whether rows are told apart by their place, since a track may come more than once. */
  readonly byPlace?: boolean;
}

/** Which rows of a list are selected, as people know it from their files: one, some, from here to there, all. */
export class Selection {
  /** Where the keyboard is. */
  active = $state(0);
  readonly #source: SelectionSource;
  /** From what tells a row from others to its track. */
  readonly #selected = new SvelteMap<number, number>();
  /** Where a range begins. */
  #anchor = 0;
  /** A range that is asked for may be overtaken by another choice. */
  #choice = 0;
  #arriving: Promise<void> = Promise.resolve();

  constructor(source: SelectionSource) {
    this.#source = source;
  }

  get size(): number {
    return this.#selected.size;
  }

  /** Resolves once a range that is on its way has come, or could not: what acts on the selection waits for it. */
  get settled(): Promise<void> {
    return this.#arriving.catch(() => undefined);
  }

  /** In the order in which they were selected; a range in its own. */
  get trackIds(): number[] {
    return [...this.#selected.values()];
  }

  /** The places of the selected rows, in order; only where rows are told apart by them. */
  get places(): number[] {
    return [...this.#selected.keys()].sort((a, b) => a - b);
  }

  has(row: number, trackId: number): boolean {
    return this.#selected.has(this.#keyOf(row, trackId));
  }

  only(row: number, trackId: number): void {
    this.clear();
    this.#add(row, trackId);
    this.#anchor = this.active = row;
  }

  toggle(row: number, trackId: number): void {
    this.#choice++;
    const key = this.#keyOf(row, trackId);
    if (!this.#selected.delete(key)) this.#add(row, trackId);
    this.#anchor = this.active = row;
  }

  /** From where the last choice was made to this row, in place of what was selected. */
  async extendTo(row: number): Promise<void> {
    this.active = row;
    const [from, to] = [Math.min(this.#anchor, row), Math.max(this.#anchor, row) + 1];
    await this.#selectRange(Math.max(from, to - MOST_SELECTED), to);
  }

  /** All rows, or as many of the first as the core takes at once; returns how many were left out. */
  async all(): Promise<number> {
    const total = this.#source.total();
    await this.#selectRange(0, Math.min(total, MOST_SELECTED));
    return Math.max(0, total - MOST_SELECTED);
  }

  /** Selects rows by their places, as after they were moved. */
  async choosePlaces(from: number, count: number): Promise<void> {
    this.#anchor = this.active = from;
    await this.#selectRange(from, from + count);
  }

  clear(): void {
    this.#choice++;
    this.#selected.clear();
  }

  /** The list shows something else. */
  reset(): void {
    this.clear();
    this.#anchor = this.active = 0;
  }

  #selectRange(from: number, to: number): Promise<void> {
    return (this.#arriving = this.#loadRange(from, to));
  }

  async #loadRange(from: number, to: number): Promise<void> {
    const choice = ++this.#choice;
    const ids = await this.#source.idsBetween(from, to);
    if (choice !== this.#choice) return;
    this.#selected.clear();
    ids.forEach((id, i) => this.#add(from + i, id));
  }

  #add(row: number, trackId: number): void {
    this.#selected.set(this.#keyOf(row, trackId), trackId);
  }

  #keyOf(row: number, trackId: number): number {
    return this.#source.byPlace === true ? row : trackId;
  }
}
