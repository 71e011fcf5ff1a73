import { SvelteMap } from 'svelte/reactivity';
import type { Page, PageRequest } from '../../src-core/contract/api/index.ts';

/** About a screen of rows: what is searched for is there the sooner, the less is asked for at once. */
const PAGE_ITEMS = 25;
/** A list may be flung through: what was asked for last is what is looked at, and older wishes are dropped. */
const MOST_WAITING = 3;
const MOST_AT_ONCE = 2;

export interface PagesOptions<Query extends object, Item> {
  readonly ask: (request: Query & PageRequest) => Promise<Page<Item>>;
  readonly onError: (error: unknown) => void;
  /** Told of items that have come. */
  readonly onItems?: (items: readonly Item[]) => void;
}

/** A list of any length, of which only what is looked at is asked for. */
export class Pages<Query extends object, Item> {
  total = $state<number | null>(null);
  readonly #pages = new SvelteMap<number, readonly Item[]>();
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing shown depends on what was asked for
  readonly #asked = new Set<number>();
  readonly #options: PagesOptions<Query, Item>;
  #waiting: number[] = [];
  #running = 0;
  #query: Query | null = null;
  #generation = 0;
  /** What is on screen asks again when this grows. */
  #version = $state(0);

  constructor(options: PagesOptions<Query, Item>) {
    this.#options = options;
  }

  get query(): Query | null {
    return this.#query;
  }

  /** Asks anew, perhaps for another choice or order. What is shown stays until what replaces it has come. */
  show(query: Query): void {
    const isOther = JSON.stringify(query) !== JSON.stringify(this.#query);
    this.#query = query;
    this.#generation++;
    this.#asked.clear();
    this.#waiting = [];
    this.#asked.add(0);
    void this.#load(query, 0, isOther);
    this.#version = this.#generation;
  }

  /** The item, or undefined while it is on its way. */
  at(index: number): Item | undefined {
    const page = Math.floor(index / PAGE_ITEMS);
    const items = this.#pages.get(page);
    if (this.#version >= 0 && !this.#asked.has(page)) this.#want(page);
    return items?.[index % PAGE_ITEMS];
  }

  #want(page: number): void {
    if (this.#waiting.includes(page)) return;
    this.#waiting = [page, ...this.#waiting].slice(0, MOST_WAITING);
    queueMicrotask(() => this.#next());
  }

  #next(): void {
    if (this.#running >= MOST_AT_ONCE || this.#query === null) return;
    const page = this.#waiting.shift();
    if (page === undefined) return;
    if (this.#asked.has(page)) {
      this.#next();
      return;
    }
    this.#asked.add(page);
    this.#running++;
    void this.#load(this.#query, page, false).finally(() => {
      this.#running--;
      this.#next();
    });
  }

  async #load(query: Query, page: number, replacesAll: boolean): Promise<void> {
    const generation = this.#generation;
    const { ask, onItems, onError } = this.#options;
    try {
      const { total, items } = await ask({ ...query, offset: page * PAGE_ITEMS, limit: PAGE_ITEMS });
      if (generation !== this.#generation) return;
      if (replacesAll) this.#pages.clear();
      this.#pages.set(page, items);
      this.total = total;
      onItems?.(items);
    } catch (error) {
      if (generation === this.#generation) onError(error);
    }
  }
}
