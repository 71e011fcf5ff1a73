import { SvelteMap } from 'svelte/reactivity';
import type { CurveThumbnail, SegueApi, Track, TrackList } from '../../src-core/contract/api/index.ts';
import { drawn } from './drawn.ts';
import { Pages } from './pages.svelte.ts';

type ListApi = Pick<SegueApi, 'listTracks' | 'listTrackIds' | 'curveThumbnails'>;

/** Tracks of a list, with their small curves, which come after the rows themselves. */
export class TrackPages extends Pages<TrackList, Track> {
  readonly #api: ListApi;
  readonly #curves = new SvelteMap<number, CurveThumbnail>();

  constructor(api: ListApi, onError: (error: unknown) => void) {
    super({
      ask: (request) => api.listTracks(request),
      onError,
      onItems: (tracks) =>
        void drawn()
          .then(() => this.#loadCurves(tracks))
          .catch(onError),
    });
    this.#api = api;
  }

  /** Undefined while it is on its way, and where there is none. */
  curveOf(trackId: number): CurveThumbnail | undefined {
    return this.#curves.get(trackId);
  }

  /** The tracks from one row up to another. */
  async idsBetween(from: number, to: number): Promise<number[]> {
    const { items } = await this.#api.listTrackIds({ ...this.query, offset: from, limit: to - from });
    return items;
  }

  async #loadCurves(tracks: readonly Track[]): Promise<void> {
    const ids = tracks.filter(({ hasCurve }) => hasCurve).map(({ id }) => id);
    if (ids.length === 0) return;
    for (const curve of await this.#api.curveThumbnails(ids)) this.#curves.set(curve.trackId, curve);
  }
}
