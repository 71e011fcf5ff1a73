import { existsSync, statSync } from 'node:fs';
import { closesWith, type WritableDB } from '../database/handle.ts';
import { claimLibrary } from '../database/instance-lock.ts';
import { openDatabase } from '../database/open-database.ts';
import { ownBackupFolder } from './backup/backup-files.ts';
import { recover } from './backup/recover.ts';
import { defaultDatabasePath } from './data-folder.ts';
import { explainGone, explainSetAside } from './explain-set-aside.ts';

export interface OpenLibraryOptions {
  /** Undefined for the platform's own library. */
  readonly dbPath: string | undefined;
  readonly nowMs: number;
  /** Told in a line where something is not as wished but nothing failed. */
  readonly onNotice: (line: string) => void;
}

/** A library that is this program's until it is closed. */
export interface OpenedLibrary {
  readonly db: WritableDB;
  /** Folders of a damaged library that the new one has to be filled from. */
  readonly foldersToFill: readonly string[];
}

/**
 * Opens a library for writing, made where there is none, and keeps other programs from writing it. What the listener had
 * made in a damaged one is taken over into the one that replaces it; where it is gone, its backups tell.
 *
 * @throws {SegueError} 'library-in-use', and what {@link openDatabase} throws
 */
export async function openLibrary({ dbPath, nowMs, onNotice }: OpenLibraryOptions): Promise<OpenedLibrary> {
  const path = dbPath ?? defaultDatabasePath();
  const lock = claimLibrary(path);
  try {
    const isGone =
      (statSync(path, { throwIfNoEntry: false })?.size ?? 0) === 0 && existsSync(ownBackupFolder(path));
    const { db, setAside } = openDatabase(path, { nowMs });
    closesWith(db, lock.release);
    if (setAside === null && !isGone) return { db, foldersToFill: [] };
    const recovered = await recover(db, setAside, nowMs);
    const told = setAside === null ? explainGone(path, recovered) : explainSetAside(setAside, recovered);
    if (told !== null) onNotice(told);
    return { db, foldersToFill: recovered.merged.foldersAdded };
  } catch (error) {
    lock.release();
    throw error;
  }
}
