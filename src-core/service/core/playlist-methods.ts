import type { Playlist, SegueMethods } from '../../contract/api/index.ts';
import type { WritableDB } from '../../database/handle.ts';
import { getListedTracks } from '../../database/listed-track.ts';
import * as playlists from '../../database/playlists.ts';
import { inTransaction } from '../../database/statement.ts';
import { listTracks } from '../../database/track-lists.ts';
import { known } from './known.ts';

export type PlaylistMethods = Pick<
  SegueMethods,
  | 'listPlaylists'
  | 'createPlaylist'
  | 'renamePlaylist'
  | 'deletePlaylist'
  | 'getPlaylistItems'
  | 'setPlaylistItems'
  | 'addToPlaylist'
>;

export function playlistMethods(db: WritableDB, now: () => number, onChange: () => void): PlaylistMethods {
  const get = (id: number): Playlist => known(playlists.getPlaylist(db, id), 'playlist');
  /** Tracks that have left the library since the list was shown are passed over. */
  const existing = (ids: readonly number[]): number[] => getListedTracks(db, ids).map(({ id }) => id);
  const changed = (id: number): Playlist => {
    onChange();
    return get(id);
  };
  return {
    listPlaylists: () => playlists.listPlaylists(db),
    createPlaylist: (name, trackIds) => {
      const id = inTransaction(db, () => {
        const created = playlists.createPlaylist(db, name, now());
        playlists.setPlaylistTracks(db, created, existing(trackIds), now());
        return created;
      });
      return changed(id);
    },
    renamePlaylist: (id, name) => {
      get(id);
      playlists.renamePlaylist(db, id, name, now());
      return changed(id);
    },
    deletePlaylist: (id) => {
      get(id);
      playlists.deletePlaylist(db, id);
      onChange();
    },
    getPlaylistItems: (id, page) => {
      get(id);
      return listTracks(db, { filter: { playlistId: id }, ...page });
    },
    setPlaylistItems: (id, trackIds) => {
      get(id);
      playlists.setPlaylistTracks(db, id, existing(trackIds), now());
      return changed(id);
    },
    addToPlaylist: (id, trackIds) => {
      get(id);
      const items = [...playlists.playlistTrackIds(db, id), ...existing(trackIds)];
      playlists.setPlaylistTracks(db, id, items, now());
      return changed(id);
    },
  };
}
