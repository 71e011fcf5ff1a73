import type { Playlist, SegueMethods } from '../../contract/api/index.ts';
import type { WritableDB } from '../../database/handle.ts';
import { getListedTracks } from '../../database/listed-track.ts';
import * as playlists from '../../database/playlists.ts';
import { inTransaction } from '../../database/statement.ts';
import { listTracks } from '../../database/track-lists.ts';
import { playlistFileTracks } from '../../database/track-paths.ts';
import { writeM3u } from '../../library/m3u/write-m3u.ts';
import { safeFileName } from '../playlists/file-name.ts';
import { findPlaylist } from '../playlists/import-playlist.ts';
import { known } from './known.ts';

export type PlaylistMethods = Pick<
  SegueMethods,
  | 'listPlaylists'
  | 'getPlaylist'
  | 'createPlaylist'
  | 'renamePlaylist'
  | 'deletePlaylist'
  | 'getPlaylistItems'
  | 'getPlaylistTrackIds'
  | 'setPlaylistItems'
  | 'addToPlaylist'
  | 'importPlaylist'
  | 'exportPlaylist'
>;

const SHOWN_NOT_FOUND = 100;

export function playlistMethods(db: WritableDB, now: () => number, onChange: () => void): PlaylistMethods {
  const get = (id: number): Playlist => known(playlists.getPlaylist(db, id), 'playlist');
  /** Tracks that have left the library since the list was shown are passed over. */
  const existing = (ids: readonly number[]): number[] => getListedTracks(db, ids).map(({ id }) => id);
  const changed = (id: number): Playlist => {
    onChange();
    return get(id);
  };
  const create = (name: string, trackIds: readonly number[]): Playlist => {
    const id = inTransaction(db, () => {
      const created = playlists.createPlaylist(db, name, now());
      playlists.setPlaylistTracks(db, created, existing(trackIds), now());
      return created;
    });
    return changed(id);
  };
  return {
    listPlaylists: () => playlists.listPlaylists(db),
    getPlaylist: get,
    createPlaylist: create,
    renamePlaylist: (id, name) => {
      get(id);
      playlists.renamePlaylist(db, id, name, now());
      return changed(id);
    },
    deletePlaylist: (id) => {
      const { name } = get(id);
      const trackIds = playlists.playlistTrackIds(db, id);
      playlists.deletePlaylist(db, id);
      onChange();
      return { name, trackIds };
    },
    getPlaylistItems: (id, page) => {
      get(id);
      return listTracks(db, { filter: { playlistId: id }, ...page });
    },
    getPlaylistTrackIds: (id) => {
      get(id);
      return playlists.playlistTrackIds(db, id);
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
    importPlaylist: async (request) => {
      const { name, trackIds, notFound } = await findPlaylist(db, request);
      return {
        playlist: create(name, trackIds),
        notFoundCount: notFound.length,
        notFound: notFound.slice(0, SHOWN_NOT_FOUND),
      };
    },
    exportPlaylist: ({ playlistId, folder }) => {
      const { name } = get(playlistId);
      return {
        fileName: `${safeFileName(name)}.m3u8`,
        text: writeM3u(playlistFileTracks(db, playlistId), { name, folder }),
      };
    },
  };
}
