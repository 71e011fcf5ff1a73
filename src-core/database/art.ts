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
  /** Null where the cover is too large to be stored and has to be read from {@link path}. */
  readonly bytes: Uint8Array | null;
  /** An audio file that holds it, one that is there before any other. */
  readonly path: string;
}

/** Stores a cover unless it is there; returns its id. */
export function putArt(db: WritableDB, art: Art): number {
  const known = get<{ id: number }>(db, 'SELECT id FROM art WHERE sha256 = ?', art.sha256);
  if (known !== undefined) return known.id;
  const stored = art.bytes.length <= STORED_ART_LIMIT_BYTES ? art.bytes : null;
  const sql = 'INSERT INTO art (sha256, mime_type, size_bytes, bytes) VALUES (?, ?, ?, ?)';
  return run(db, sql, art.sha256, art.mimeType, art.bytes.length, stored).id;
}

/** A cover; undefined where no track shows it. */
export function getArt(db: ReadableDB, artId: number): StoredArt | undefined {
  return get<StoredArt>(
    db,
    `SELECT a.sha256, a.mime_type AS mimeType, a.bytes, t.path
     FROM art a JOIN tracks t ON t.art_id = a.id WHERE a.id = ? ORDER BY t.missing_since_ms IS NOT NULL, t.id LIMIT 1`,
    artId,
  );
}

/** Forgets covers that no track shows any more; returns how many. */
export function dropUnusedArt(db: WritableDB): number {
  return run(db, 'DELETE FROM art WHERE id NOT IN (SELECT art_id FROM tracks WHERE art_id IS NOT NULL)')
    .changes;
}
