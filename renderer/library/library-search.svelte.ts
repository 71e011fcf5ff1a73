import type { TrackSort } from '../tracks/track-sort.ts';

/** What the library is searched for, and its order: kept while the listener looks at other views. */
class LibrarySearch {
  text = $state('');
  sort = $state.raw<TrackSort>({ by: 'artist', direction: 'ascending' });

  /** Without the space around it, which finds nothing. */
  get words(): string {
    return this.text.trim();
  }
}

export const librarySearch = new LibrarySearch();
