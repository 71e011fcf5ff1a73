import type { ReadableDB } from './handle.ts';
import { all } from './statement.ts';

/** A track as a search finds it. */
export interface FoundTrack {
  readonly id: number;
  readonly path: string;
  readonly title: string;
  readonly artist: string | null;
  readonly album: string | null;
}

/**
 * Tracks whose title, artist and album together contain every word of `text` (the last letters of a word may be
 * missing; case and accents do not count), best match first. Missing tracks are left out.
 */
export function searchTracks(db: ReadableDB, text: string, limit = 50): FoundTrack[] {
  const query = toFtsQuery(text);
  if (query === '') return [];
  return all<FoundTrack>(
    db,
    `SELECT t.id, t.path, t.title, t.artist, t.album
     FROM tracks_fts f JOIN tracks t ON t.id = f.rowid
     WHERE tracks_fts MATCH ? AND t.missing_since_ms IS NULL
     ORDER BY f.rank, t.id LIMIT ?`,
    query,
    limit,
  );
}

/** Quotes each word, so that what a listener types is never read as FTS5 syntax. */
export function toFtsQuery(text: string): string {
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.map((word) => `"${word}"*`).join(' ');
}
