import { join } from 'node:path';
import type { ImportSummary, SegueMethods } from '../../contract/api/index.ts';
import { SegueError } from '../../contract/errors.ts';
import type { WritableDB } from '../../database/handle.ts';
import { backupName, listBackupFiles, ownBackupFolder } from '../backup/backup-files.ts';
import { mergeBackup } from '../backup/merge-backup.ts';
import { writeBackup } from '../backup/write-backup.ts';
import { mustBeAbsolute } from './must-be-absolute.ts';

export type BackupMethods = Pick<SegueMethods, 'exportBackup' | 'listBackups' | 'importBackup'>;

export function backupMethods(
  db: WritableDB,
  now: () => number,
  onImported: (summary: ImportSummary) => void,
): BackupMethods {
  return {
    // The name is ours and the file is new: whoever gets hold of the page cannot overwrite anything by it.
    exportBackup: (folder) => {
      mustBeAbsolute(folder, 'it');
      const path = join(folder, backupName('segue', now()));
      return writeBackup(db.path, path, { extent: 'all tracks, with curves', nowMs: now() });
    },
    listBackups: async (folder) => {
      if (folder !== null) {
        mustBeAbsolute(folder, 'it');
        return listBackupFiles(folder);
      }
      return listBackupFiles(ownBackupFolder(db.path)).catch((error: unknown) => {
        // None was made yet.
        if (error instanceof SegueError && error.code === 'not-found') return [];
        throw error;
      });
    },
    importBackup: async (path) => {
      mustBeAbsolute(path, 'it');
      const summary = await mergeBackup(db, path, { nowMs: now() });
      onImported(summary);
      return summary;
    },
  };
}
