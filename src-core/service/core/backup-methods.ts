import { isAbsolute, join } from 'node:path';
import type { ImportSummary, SegueMethods } from '../../contract/api/index.ts';
import { SegueError } from '../../contract/errors.ts';
import type { WritableDB } from '../../database/handle.ts';
import { backupName, listBackupFiles, ownBackupFolder } from '../backup/backup-files.ts';
import { mergeBackup } from '../backup/merge-backup.ts';
import { writeBackup } from '../backup/write-backup.ts';

export type BackupMethods = Pick<SegueMethods, 'exportBackup' | 'listBackups' | 'importBackup'>;

export function backupMethods(
  db: WritableDB,
  now: () => number,
  onImported: (summary: ImportSummary) => void,
): BackupMethods {
  return {
    // The name is ours and the file is new: whoever gets hold of the page cannot overwrite anything by it.
    exportBackup: (folder) => {
      const path = join(absolute(folder), backupName('segue', now()));
      return writeBackup(db.path, path, { extent: 'all tracks, with curves', nowMs: now() });
    },
    listBackups: async (folder) => {
      if (folder !== null) return listBackupFiles(absolute(folder));
      return listBackupFiles(ownBackupFolder(db.path)).catch((error: unknown) => {
        // None was made yet.
        if (error instanceof SegueError && error.code === 'not-found') return [];
        throw error;
      });
    },
    importBackup: async (path) => {
      const summary = await mergeBackup(db, absolute(path), { nowMs: now() });
      onImported(summary);
      return summary;
    },
  };
}

function absolute(path: string): string {
  if (isAbsolute(path) && !path.includes('\0')) return path;
  throw new SegueError('invalid-request', 'Name it by its whole path.', { path });
}
