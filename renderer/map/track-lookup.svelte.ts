import { SvelteMap } from 'svelte/reactivity';
import type { Track } from '../../src-core/contract/api/index.ts';

/** Asked for together, so that a hand which sweeps over the map does not ask for each track on its way. */
const GATHER_MS = 30;
const MOST_KEPT = 2000;

/** Titles and covers of the few tracks that are looked at, asked for when they first are. */
export class TrackLookup {
  readonly #tracks = new SvelteMap<number, Track>();
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing shown depends on what was asked for
  readonly #wanted = new Set<number>();
  readonly #ask: (ids: number[]) => Promise<Track[]>;
  #isDue = false;

  constructor(ask: (ids: number[]) => Promise<Track[]>) {
    this.#ask = ask;
  }

  /** The track, or undefined while it is on its way. */
  get(id: number): Track | undefined {
    const track = this.#tracks.get(id);
    if (!track) this.#want(id);
    return track;
  }

  forget(): void {
    this.#tracks.clear();
  }

  #want(id: number): void {
    this.#wanted.add(id);
    if (this.#isDue) return;
    this.#isDue = true;
    setTimeout(() => void this.#fetch(), GATHER_MS);
  }

  async #fetch(): Promise<void> {
    const ids = [...this.#wanted];
    this.#wanted.clear();
    this.#isDue = false;
    const tracks = await this.#ask(ids).catch(() => []);
    if (this.#tracks.size + tracks.length > MOST_KEPT) this.#tracks.clear();
    for (const track of tracks) this.#tracks.set(track.id, track);
  }
}
