import type { Page, Track, TrackList } from '../../src-core/contract/api/index.ts';
import { SvelteMap } from 'svelte/reactivity';

const PAGE_ROWS = 100;

type AskForPage = (list: TrackList & { offset: number; limit: number }) => Promise<Page<Track>>;

/** A list of any length, of which only what is looked at is asked for. */
export class TrackPages {
  total = $state<number | null>(null);
  readonly #pages = new SvelteMap<number, readonly Track[]>();
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing shown depends on what was asked for
  readonly #asked = new Set<number>();
  readonly #ask: AskForPage;
  #list: TrackList = {};
  #generation = 0;
  /** Rows that are on screen ask again when this grows. */
  #version = $state(0);

  readonly #onError: (error: unknown) => void;

  constructor(ask: AskForPage, onError: (error: unknown) => void) {
    this.#ask = ask;
    this.#onError = onError;
  }

  /** Asks anew, perhaps for another choice or order. What is shown stays until what replaces it has come. */
  show(list: TrackList): void {
    const isOther = JSON.stringify(list) !== JSON.stringify(this.#list);
    this.#list = list;
    this.#generation++;
    this.#asked.clear();
    void this.#load(0, isOther);
    this.#version = this.#generation;
  }

  /** The row, or undefined while it is on its way. */
  at(index: number): Track | undefined {
    const page = Math.floor(index / PAGE_ROWS);
    const rows = this.#pages.get(page);
    if (this.#version >= 0 && !this.#asked.has(page)) queueMicrotask(() => void this.#load(page, false));
    return rows?.[index % PAGE_ROWS];
  }

  async #load(page: number, replacesAll: boolean): Promise<void> {
    if (this.#asked.has(page)) return;
    this.#asked.add(page);
    const generation = this.#generation;
    try {
      const { total, items } = await this.#ask({ ...this.#list, offset: page * PAGE_ROWS, limit: PAGE_ROWS });
      if (generation !== this.#generation) return;
      if (replacesAll) this.#pages.clear();
      this.#pages.set(page, items);
      this.total = total;
    } catch (error) {
      if (generation === this.#generation) this.#onError(error);
    }
  }
}
