import type { ReadableDB, WritableDB } from './handle.ts';
import { all, run } from './statement.ts';

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
