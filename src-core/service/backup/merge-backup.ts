import { statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportSummary } from '../../contract/api/index.ts';
import { RecordMerge } from '../../database/backup/merge-records.ts';
import type { BackupRecord } from '../../database/backup/records.ts';
import type { MovedFolder } from '../../database/backup/remap-path.ts';
import type { WritableDB } from '../../database/handle.ts';
import { inTransaction } from '../../database/statement.ts';
import { backupName, ownBackupFolder } from './backup-files.ts';
import { readBackup } from './backup-lines.ts';
import { checkBackup } from './check-backup.ts';
import { writeBackup } from './write-backup.ts';

export interface MergeBackupOptions {
  readonly nowMs: number;
  /** Folders that lie elsewhere now; tracks are found by their content as well. */
  readonly moved?: readonly MovedFolder[];
}

/** Written in one transaction; more would hold up whoever uses the library meanwhile. */
const BATCH_RECORDS = 200;

/**
 * Adds what a backup holds to a library. What the library has stays; the same backup twice changes nothing, so that one
 * that was interrupted is simply merged again. What the listener has made so far is backed up first.
 *
 * @throws {SegueError} 'backup-invalid', before anything is changed; and what reading, writing and the database throw
 */
export async function mergeBackup(
  db: WritableDB,
  path: string,
  { nowMs, moved = [] }: MergeBackupOptions,
): Promise<ImportSummary> {
  await checkBackup(path);
  const folder = ownBackupFolder(db.path);
  await mkdir(folder, { recursive: true });
  await writeBackup(db.path, freeName(folder, nowMs), { extent: 'mentioned tracks', nowMs });
  const merge = new RecordMerge(db, { nowMs, moved, isThere: isFolder });
  let batch: BackupRecord[] = [];
  const flush = (): void => {
    inTransaction(db, () => batch.forEach((record) => merge.add(record)));
    batch = [];
  };
  for await (const record of readBackup(path)) {
    batch.push(record);
    if (batch.length >= BATCH_RECORDS) flush();
  }
  flush();
  return merge.merged;
}

function freeName(folder: string, nowMs: number): string {
  for (let at = nowMs; ; at += 1000) {
    const path = join(folder, backupName('before-import', at));
    if (statSync(path, { throwIfNoEntry: false }) === undefined) return path;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
