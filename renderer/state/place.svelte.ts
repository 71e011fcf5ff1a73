export const VIEWS = ['now-playing', 'library', 'queue', 'folders', 'settings'] as const;
export type View = (typeof VIEWS)[number];

/** What the page shows, as its address says, so that "back" works and a reload stays. */
export interface Place {
  readonly view: View;
  /** An album of the library. */
  readonly albumId: number | null;
}

/** `#/library/album/7` and the like; anything else is where listening begins. */
export function placeOf(hash: string): Place {
  const [view, kind, id] = hash.replace(/^#\//, '').split('/');
  const known = VIEWS.find((name) => name === view) ?? 'now-playing';
  const albumId = known === 'library' && kind === 'album' && Number(id) > 0 ? Number(id) : null;
  return { view: known, albumId };
}

export function hashOf(view: View, albumId?: number): string {
  return albumId === undefined ? `#/${view}` : `#/${view}/album/${albumId}`;
}

class CurrentPlace {
  #place = $state.raw(placeOf(location.hash));

  constructor() {
    window.addEventListener('hashchange', () => (this.#place = placeOf(location.hash)));
  }

  get view(): View {
    return this.#place.view;
  }

  get albumId(): number | null {
    return this.#place.albumId;
  }

  go(view: View, albumId?: number): void {
    location.hash = hashOf(view, albumId);
  }
}

export const place = new CurrentPlace();
