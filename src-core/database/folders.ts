import { sep } from 'node:path';
import type { ReadableDB, WritableDB } from './handle.ts';
import { pathsBelow } from './path-range.ts';
import { all, get, inTransaction, run } from './statement.ts';

/** A folder that belongs to the library. */
export interface Folder {
  readonly id: number;
  readonly path: string;
  readonly addedAtMs: number;
  /** When its last complete scan ended; null: never. */
  readonly scannedAtMs: number | null;
}

export function listFolders(db: ReadableDB): Folder[] {
  return all<Folder>(
    db,
    'SELECT id, path, added_at_ms AS addedAtMs, scanned_at_ms AS scannedAtMs FROM folders ORDER BY path',
  );
}

/** Adds a folder; one that is known already stays as it is. */
export function addFolder(db: WritableDB, path: string, nowMs: number): void {
  run(db, 'INSERT INTO folders (path, added_at_ms) VALUES (?, ?) ON CONFLICT (path) DO NOTHING', path, nowMs);
}

export function markFolderScanned(db: WritableDB, path: string, nowMs: number): void {
  run(db, 'UPDATE folders SET scanned_at_ms = ? WHERE path = ?', nowMs, path);
}

/** Where a folder lies; undefined where the library does not have it. */
export function folderPath(db: ReadableDB, id: number): string | undefined {
  return get<{ path: string }>(db, 'SELECT path FROM folders WHERE id = ?', id)?.path;
}

/** Whether a path lies below one of the library's folders. */
export function isBelowFolder(db: ReadableDB, path: string): boolean {
  return listFolders(db).some((folder) => path.startsWith(pathsBelow(folder.path).from));
}

/** How many tracks that are there lie below a folder. */
export function countTracksBelow(db: ReadableDB, folder: string): { tracks: number; withCurve: number } {
  // The paths alone are counted ten times faster than what is said of each track, and few are missing or without a curve.
  const isBelow = 'path >= @from AND path < @to';
  const { known, missing, withoutCurve } = get<{ known: number; missing: number; withoutCurve: number }>(
    db,
    `SELECT (SELECT count(*) FROM tracks WHERE ${isBelow}) AS known,
      (SELECT count(*) FROM tracks INDEXED BY tracks_missing
        WHERE missing_since_ms IS NOT NULL AND ${isBelow}) AS missing,
      (SELECT count(*) FROM tracks INDEXED BY tracks_by_arousal
        WHERE missing_since_ms IS NULL AND mean_arousal IS NULL AND ${isBelow}) AS withoutCurve`,
    pathsBelow(folder),
  )!;
  return { tracks: known - missing, withCurve: known - missing - withoutCurve };
}

/** Forgets a folder with all that is known of what lies below it, except for what lies below another one. */
export function removeFolder(db: WritableDB, id: number): void {
  inTransaction(db, () => {
    const path = folderPath(db, id);
    if (path === undefined) return;
    run(db, 'DELETE FROM folders WHERE id = ?', id);
    const isKept = `EXISTS (SELECT 1 FROM folders f WHERE substr(PATH, 1, length(f.path) + 1) = f.path || @separator)`;
    const parameters = { ...pathsBelow(path), separator: sep };
    for (const table of ['tracks', 'scan_outcomes']) {
      const sql = `DELETE FROM ${table} WHERE path >= @from AND path < @to AND NOT ${isKept}`;
      run(db, sql.replace('PATH', `${table}.path`), parameters);
    }
    run(db, 'DELETE FROM scan_outcomes WHERE path = ?', path);
  });
}
