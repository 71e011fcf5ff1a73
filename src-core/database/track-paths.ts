import type { ReadableDB } from './handle.ts';
import { all, each } from './statement.ts';

/** Visits the path of every track, of those whose file is gone as well. */
export function eachTrackPath(db: ReadableDB, visit: (id: number, path: string) => void): void {
  each<[number, string]>(db, 'SELECT id, path FROM tracks', ([id, path]) => visit(id, path));
}

/** What a playlist file says of a track. */
export interface PlaylistFileTrack {
  readonly path: string;
  readonly title: string;
  readonly artist: string | null;
  readonly durationSeconds: number | null;
}

/** The tracks of a playlist in order, as a playlist file names them. */
export function playlistFileTracks(db: ReadableDB, playlistId: number): PlaylistFileTrack[] {
  return all<PlaylistFileTrack>(
    db,
    `SELECT t.path, t.title, t.artist, t.duration_seconds AS durationSeconds
     FROM playlist_items i JOIN tracks t ON t.id = i.track_id WHERE i.playlist_id = ? ORDER BY i.position`,
    playlistId,
  );
}
