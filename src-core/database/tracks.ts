import { putAlbum } from './albums.ts';
import type { ReadableDB, WritableDB } from './handle.ts';
import { sortKey } from './sort-key.ts';
import { get, run } from './statement.ts';

/** What a file's tags say, cleaned. Absent is null; `title` falls back to the file's name. */
export interface TrackTags {
  readonly title: string;
  readonly artist: string | null;
  readonly album: string | null;
  readonly albumArtist: string | null;
  readonly genre: string | null;
  readonly trackNo: number | null;
  readonly discNo: number | null;
  readonly year: number | null;
  /** The header's word, often missing and sometimes wrong; the decoder's count replaces it. */
  readonly durationSeconds: number | null;
  readonly sampleRateHz: number | null;
  readonly channels: number | null;
}

/** Which bytes a track's path held when it was last looked at. */
export interface FileContent {
  readonly path: string;
  readonly sizeBytes: number;
  readonly mtimeMs: number;
  readonly fingerprint: string;
}

export interface Track extends TrackTags, FileContent {
  readonly id: number;
  readonly artId: number | null;
  readonly loudnessLufs: number | null;
  readonly samplePeak: number | null;
  readonly leadingSilenceSeconds: number | null;
  readonly trailingSilenceSeconds: number | null;
  readonly fadeInSeconds: number | null;
  readonly fadeOutSeconds: number | null;
  readonly addedAtMs: number;
  /** When a scan first found the file gone; null: it is there. */
  readonly missingSinceMs: number | null;
}

const COLUMNS = `id, path, size_bytes AS sizeBytes, mtime_ms AS mtimeMs, fingerprint, title, artist, album,
  album_artist AS albumArtist, genre, track_no AS trackNo, disc_no AS discNo, year, art_id AS artId,
  duration_seconds AS durationSeconds, sample_rate_hz AS sampleRateHz, channels, loudness_lufs AS loudnessLufs,
  sample_peak AS samplePeak, leading_silence_seconds AS leadingSilenceSeconds,
  trailing_silence_seconds AS trailingSilenceSeconds, fade_in_seconds AS fadeInSeconds, fade_out_seconds AS fadeOutSeconds,
  added_at_ms AS addedAtMs, missing_since_ms AS missingSinceMs`;

export function getTrack(db: ReadableDB, id: number): Track | undefined {
  return get<Track>(db, `SELECT ${COLUMNS} FROM tracks WHERE id = ?`, id);
}

/** Paths compare byte for byte, as the scan wrote them: absolute, links in the folder's own path resolved. */
export function getTrackByPath(db: ReadableDB, path: string): Track | undefined {
  return get<Track>(db, `SELECT ${COLUMNS} FROM tracks WHERE path = ?`, path);
}

/** Adds a track and returns its id. */
export function insertTrack(
  db: WritableDB,
  track: FileContent & TrackTags & { readonly artId: number | null },
  nowMs: number,
): number {
  return run(
    db,
    `INSERT INTO tracks (path, size_bytes, mtime_ms, fingerprint, title, artist, album, album_artist, genre,
       track_no, disc_no, year, art_id, duration_seconds, sample_rate_hz, channels, added_at_ms,
       album_id, title_key, artist_key, album_key, genre_key)
     VALUES (@path, @sizeBytes, @mtimeMs, @fingerprint, @title, @artist, @album, @albumArtist, @genre,
       @trackNo, @discNo, @year, @artId, @durationSeconds, @sampleRateHz, @channels, @nowMs,
       @albumId, @titleKey, @artistKey, @albumKey, @genreKey)`,
    { ...track, ...derivedOf(db, track), nowMs },
  ).id;
}

/**
 * Writes what a file holds now into its track, wherever the file lies; the id, and with it history, playlists and
 * curve, stays. What analysis has measured stays too, until it measures anew.
 */
export function updateTrack(
  db: WritableDB,
  id: number,
  track: FileContent & TrackTags & { readonly artId: number | null },
): void {
  run(
    db,
    `UPDATE tracks SET path = @path, size_bytes = @sizeBytes, mtime_ms = @mtimeMs, fingerprint = @fingerprint,
       title = @title, artist = @artist, album = @album, album_artist = @albumArtist, genre = @genre,
       track_no = @trackNo, disc_no = @discNo, year = @year, art_id = @artId, missing_since_ms = NULL,
       album_id = @albumId, title_key = @titleKey, artist_key = @artistKey, album_key = @albumKey,
       genre_key = @genreKey,
       duration_seconds = CASE WHEN fingerprint = @fingerprint AND duration_seconds IS NOT NULL
                          THEN duration_seconds ELSE @durationSeconds END,
       sample_rate_hz = coalesce(@sampleRateHz, sample_rate_hz), channels = coalesce(@channels, channels)
     WHERE id = @id`,
    { ...track, ...derivedOf(db, track), id },
  );
}

/** The columns by which lists are ordered and grouped. */
function derivedOf(db: WritableDB, track: FileContent & TrackTags) {
  return {
    albumId: putAlbum(db, track),
    titleKey: sortKey(track.title),
    artistKey: sortKey(track.artist ?? ''),
    albumKey: sortKey(track.album ?? ''),
    genreKey: sortKey(track.genre ?? ''),
  };
}

/** Frees a track's path for another one within the same transaction. */
export function vacatePath(db: WritableDB, id: number): void {
  run(db, "UPDATE tracks SET path = '/dev/null/' || id WHERE id = ?", id);
}
