import type { ReadableDB, WritableDB } from './handle.ts';
import { get, run } from './statement.ts';

/** Covers above this size stay in their files: a large library would otherwise weigh gigabytes. */
export const STORED_ART_LIMIT_BYTES = 256 * 1024;

export interface Art {
  /** Hex digest of the bytes: two tracks with the same cover share one row. */
  readonly sha256: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

export interface StoredArt {
  readonly sha256: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  /** Null where the cover is too large to be stored and has to be read from the audio file. */
  readonly bytes: Uint8Array | null;
}

/** Stores a cover unless it is there; returns its id. */
export function putArt(db: WritableDB, art: Art): number {
  const known = get<{ id: number }>(db, 'SELECT id FROM art WHERE sha256 = ?', art.sha256);
  if (known !== undefined) return known.id;
  const stored = art.bytes.length <= STORED_ART_LIMIT_BYTES ? art.bytes : null;
  const sql = 'INSERT INTO art (sha256, mime_type, size_bytes, bytes) VALUES (?, ?, ?, ?)';
  return run(db, sql, art.sha256, art.mimeType, art.bytes.length, stored).id;
}

/** The cover of a track, or undefined where it has none. */
export function getArt(db: ReadableDB, trackId: number): StoredArt | undefined {
  return get<StoredArt>(
    db,
    `SELECT a.sha256, a.mime_type AS mimeType, a.size_bytes AS sizeBytes, a.bytes
     FROM tracks t JOIN art a ON a.id = t.art_id WHERE t.id = ?`,
    trackId,
  );
}

/** A cover by its own id, and a file that it can be read from where it is not stored. */
export function getArtById(
  db: ReadableDB,
  artId: number,
): (StoredArt & { readonly path: string }) | undefined {
  return get<StoredArt & { path: string }>(
    db,
    `SELECT a.sha256, a.mime_type AS mimeType, a.size_bytes AS sizeBytes, a.bytes, t.path
     FROM art a JOIN tracks t ON t.art_id = a.id WHERE a.id = ? ORDER BY t.missing_since_ms IS NOT NULL, t.id LIMIT 1`,
    artId,
  );
}

/** Forgets covers that no track shows any more; returns how many. */
export function dropUnusedArt(db: WritableDB): number {
  return run(db, 'DELETE FROM art WHERE id NOT IN (SELECT art_id FROM tracks WHERE art_id IS NOT NULL)')
    .changes;
}
