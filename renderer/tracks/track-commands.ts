import type { Playlist, Track } from '../../src-core/contract/api/index.ts';
import { countOf } from '../format/count.ts';
import { hashOf } from '../state/place.svelte.ts';
import type { Session } from '../state/session.svelte.ts';
import type { OpenTrackDialogs } from './open-track-dialogs.svelte.ts';

/** What can be done with tracks of a list, by menu, bar and key alike. */
export class TrackCommands {
  readonly #session: Session;
  readonly #dialogs: OpenTrackDialogs;

  constructor(session: Session, dialogs: OpenTrackDialogs) {
    this.#session = session;
    this.#dialogs = dialogs;
  }

  /** These tracks now, in their order, and then what follows from them. */
  play(trackIds: readonly number[]): void {
    const { api } = this.#session;
    const [first, ...others] = trackIds;
    void this.#session.playFrom(async () => {
      const queue = await api.playTrack(first, { kind: 'library' });
      return others.length > 0 ? api.playNext(others) : queue;
    });
  }

  playNext(trackIds: readonly number[], name: string): void {
    void this.#session.changeQueue(() => this.#session.api.playNext([...trackIds]), `${name} next.`);
  }

  enqueue(trackIds: readonly number[], name: string): void {
    void this.#session.changeQueue(
      () => this.#session.api.enqueue([...trackIds]),
      `${name} added to the queue.`,
    );
  }

  setLoved(trackIds: readonly number[], loved: boolean, name: string): void {
    const message = loved ? `${name} loved.` : `${name} no longer loved.`;
    void this.#session.changeQueue(() => this.#session.api.setLoved([...trackIds], loved), message);
  }

  setNever(trackIds: readonly number[], never: boolean, name: string): void {
    const message = never ? `${name} will never be lined up.` : `${name} may be lined up again.`;
    void this.#session.changeQueue(() => this.#session.api.setNever([...trackIds], never), message);
  }

  addTo(playlist: Playlist, trackIds: readonly number[], name: string): void {
    const { api, toasts } = this.#session;
    void this.#session.attempt(async () => {
      const before = await api.getPlaylistTrackIds(playlist.id);
      await api.addToPlaylist(playlist.id, [...trackIds]);
      toasts.show(`${name} added to “${playlist.name}”.`, {
        action: {
          label: 'Undo',
          run: () => void this.#session.attempt(() => api.setPlaylistItems(playlist.id, before)),
        },
      });
    });
  }

  addToNew(trackIds: readonly number[]): void {
    this.#dialogs.listing = trackIds;
  }

  listenAgain(trackIds: readonly number[], name: string): void {
    void this.#session.attempt(async () => {
      await this.#session.api.reindex({ what: 'tracks', trackIds: [...trackIds] });
      this.#session.toasts.show(`Segue listens to ${name} again.`);
    });
  }

  showDetails(trackId: number): void {
    this.#dialogs.detailsOf = trackId;
  }

  /** Null in a browser, which shows no folders. */
  get reveal(): ((trackId: number) => void) | null {
    const { shell } = this.#session.bridge;
    return shell && ((trackId) => void this.#session.attempt(() => shell.revealTrack(trackId)));
  }
}

/** How messages name some tracks: by title where there is one, by their number otherwise. */
export function nameOfTracks(trackIds: readonly number[], single: Track | undefined): string {
  return trackIds.length === 1 && single ? `“${single.title}”` : countOf(trackIds.length, 'track');
}

/** Where a track's album and artist are shown. */
export function albumPlace({ albumId }: Track): string | null {
  return albumId === null ? null : hashOf('library', 'album', albumId);
}

export function artistPlace({ artist }: Track): string | null {
  return artist === null ? null : hashOf('library', 'artist', artist);
}
