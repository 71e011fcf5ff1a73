import type { WritableDB } from '../handle.ts';
import { createPlaylist, playlistTrackIds, setPlaylistTracks } from '../playlists.ts';
import { all, run } from '../statement.ts';
import type { RecordOf } from './records.ts';

/**
 * Adds a playlist, unless there is one of that name, or made at that moment, with the same tracks. One that differs from
 * its namesake is added beside it: nobody but the listener can tell which of them is wanted.
 * @param claimed playlists that others of the backup are already
 */
export function mergePlaylist(
  db: WritableDB,
  { name, createdAtMs, changedAtMs }: RecordOf<'playlist'>,
  trackIds: readonly number[],
  claimed: ReadonlySet<number>,
): { readonly id: number; readonly isNew: boolean } {
  const sql = 'SELECT id FROM playlists WHERE name = ? OR created_at_ms = ? ORDER BY id';
  const alike = all<{ id: number }>(db, sql, name, createdAtMs);
  const same = alike.find(({ id }) => !claimed.has(id) && isSame(playlistTrackIds(db, id), trackIds));
  if (same !== undefined) return { id: same.id, isNew: false };
  const id = createPlaylist(db, name, createdAtMs);
  setPlaylistTracks(db, id, trackIds, changedAtMs);
  const times = 'UPDATE playlists SET created_at_ms = ?, changed_at_ms = ? WHERE id = ?';
  run(db, times, createdAtMs, changedAtMs, id);
  return { id, isNew: true };
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((id, i) => id === b[i]);
}
