import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { BackupFile } from '../../contract/api/index.ts';
import { toFileError } from '../../library/file-error.ts';

const BACKUP_EXTENSION = '.segue-backup';
/** Added to the name of one that is not whole yet. */
export const UNFINISHED = '.part';

/** Where Segue keeps the backups that it makes by itself. Libraries that lie in one folder keep theirs apart. */
export function ownBackupFolder(dbPath: string): string {
  return join(dirname(dbPath), 'backups', basename(dbPath));
}

/** A name for a backup made at a time, such as `segue-2026-11-30T120509Z.segue-backup`. */
export function backupName(prefix: string, nowMs: number): string {
  const stamp = new Date(nowMs).toISOString().replace(/\.\d+Z$/, 'Z');
  return `${prefix}-${stamp.replaceAll(':', '')}${BACKUP_EXTENSION}`;
}

/**
 * The files in a folder that are named like backups, newest first.
 * @throws {SegueError} 'not-found', 'permission-denied', 'not-a-file', 'read-failed'
 */
export async function listBackupFiles(folder: string): Promise<BackupFile[]> {
  let names;
  try {
    names = await readdir(folder);
  } catch (error) {
    throw toFileError(error, folder);
  }
  const files = names
    .filter((name) => name.endsWith(BACKUP_EXTENSION))
    .map(async (name) => {
      const path = join(folder, name);
      const facts = await stat(path).catch(() => null);
      if (facts?.isFile() !== true) return [];
      return [{ path, sizeBytes: facts.size, createdAtMs: facts.mtimeMs }];
    });
  return (await Promise.all(files)).flat().sort((a, b) => b.createdAtMs - a.createdAtMs);
}
