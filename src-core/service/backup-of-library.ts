import { resolve } from 'node:path';
import type { BackupFile, ImportSummary } from '../contract/api/index.ts';
import type { MovedFolder } from '../database/backup/remap-path.ts';
import { closeDatabase } from '../database/handle.ts';
import { mergeBackup } from './backup/merge-backup.ts';
import { writeBackup } from './backup/write-backup.ts';
import { defaultDatabasePath } from './data-folder.ts';
import { openLibrary } from './open-library.ts';

export type { BackupFile, ImportSummary, MovedFolder };

/**
 * Writes everything a person has made in a library to a file.
 * @param dbPath undefined for the platform's own library
 * @throws {SegueError} what {@link writeBackup} throws
 */
export function exportLibrary(dbPath: string | undefined, file: string): Promise<BackupFile> {
  const options = { extent: 'all tracks, with curves', nowMs: Date.now() } as const;
  return writeBackup(dbPath ?? defaultDatabasePath(), resolve(file), options);
}

/**
 * Adds what a backup holds to a library, which is made where there is none.
 * @param moved folders that lie elsewhere now
 * @param onNotice told in a line where something is not as wished but nothing failed
 * @throws {SegueError} what {@link mergeBackup} and opening the database throw
 */
export async function importIntoLibrary(
  dbPath: string | undefined,
  file: string,
  moved: readonly MovedFolder[],
  onNotice: (line: string) => void,
): Promise<ImportSummary> {
  const { db } = await openLibrary({ dbPath, nowMs: Date.now(), onNotice });
  try {
    return await mergeBackup(db, resolve(file), { nowMs: Date.now(), moved });
  } finally {
    closeDatabase(db);
  }
}
