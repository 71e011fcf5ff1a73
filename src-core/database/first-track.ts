import type { ReadableDB } from './handle.ts';
import { pathsBelow } from './path-range.ts';
import { get } from './statement.ts';

/** The path of the first track, in order of paths, that lies below a folder, is there and has a curve. */
export function firstPlayablePath(db: ReadableDB, folder: string): string | null {
  const sql = `SELECT t.path FROM tracks t JOIN curves c ON c.track_id = t.id
    WHERE t.path >= @from AND t.path < @to AND t.missing_since_ms IS NULL ORDER BY t.path LIMIT 1`;
  return get<{ path: string }>(db, sql, pathsBelow(folder))?.path ?? null;
}
