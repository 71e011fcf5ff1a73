import type { Playlist } from '../contract/api/index.ts';
import type { ReadableDB, WritableDB } from './handle.ts';
import { all, get, inTransaction, run } from './statement.ts';

const PLAYLIST = `SELECT p.id, p.name, p.created_at_ms AS createdAtMs, p.changed_at_ms AS changedAtMs,
    count(i.track_id) AS trackCount, coalesce(sum(t.duration_seconds), 0.0) AS durationSeconds
  FROM playlists p LEFT JOIN playlist_items i ON i.playlist_id = p.id LEFT JOIN tracks t ON t.id = i.track_id`;

type PlaylistRow = Omit<Playlist, 'artIds'>;

export function listPlaylists(db: ReadableDB): Playlist[] {
  const rows = all<PlaylistRow>(db, `${PLAYLIST} GROUP BY p.id ORDER BY p.name COLLATE NOCASE, p.id`);
  return rows.map((row) => ({ ...row, artIds: firstCovers(db, row.id) }));
}

export function getPlaylist(db: ReadableDB, id: number): Playlist | undefined {
  const row = get<PlaylistRow>(db, `${PLAYLIST} WHERE p.id = ? GROUP BY p.id`, id);
  return row === undefined ? undefined : { ...row, artIds: firstCovers(db, id) };
}

function firstCovers(db: ReadableDB, id: number): number[] {
  return all<{ artId: number }>(
    db,
    `SELECT t.art_id AS artId FROM playlist_items i JOIN tracks t ON t.id = i.track_id
     WHERE i.playlist_id = ? AND t.art_id IS NOT NULL GROUP BY t.art_id ORDER BY min(i.position) LIMIT 4`,
    id,
  ).map(({ artId }) => artId);
}

/** Adds an empty playlist and returns its id. */
export function createPlaylist(db: WritableDB, name: string, nowMs: number): number {
  const sql = 'INSERT INTO playlists (name, created_at_ms, changed_at_ms) VALUES (?, ?, ?)';
  return run(db, sql, name, nowMs, nowMs).id;
}

export function renamePlaylist(db: WritableDB, id: number, name: string, nowMs: number): void {
  run(db, 'UPDATE playlists SET name = ?, changed_at_ms = ? WHERE id = ?', name, nowMs, id);
}

export function deletePlaylist(db: WritableDB, id: number): void {
  run(db, 'DELETE FROM playlists WHERE id = ?', id);
}

/** The tracks of a playlist in order; a track may come more than once. */
export function playlistTrackIds(db: ReadableDB, id: number): number[] {
  const sql = 'SELECT track_id AS trackId FROM playlist_items WHERE playlist_id = ? ORDER BY position';
  return all<{ trackId: number }>(db, sql, id).map(({ trackId }) => trackId);
}

/** Replaces the tracks of a playlist. */
export function setPlaylistTracks(
  db: WritableDB,
  id: number,
  trackIds: readonly number[],
  nowMs: number,
): void {
  inTransaction(db, () => {
    run(db, 'DELETE FROM playlist_items WHERE playlist_id = ?', id);
    trackIds.forEach((trackId, position) => {
      run(
        db,
        'INSERT INTO playlist_items (playlist_id, position, track_id) VALUES (?, ?, ?)',
        id,
        position,
        trackId,
      );
    });
    run(db, 'UPDATE playlists SET changed_at_ms = ? WHERE id = ?', nowMs, id);
  });
}
