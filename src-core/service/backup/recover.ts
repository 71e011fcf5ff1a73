import { RecordMerge, type Merged } from '../../database/backup/merge-records.ts';
import type { BackupRecord } from '../../database/backup/records.ts';
import { NOTHING_SALVAGED, salvage } from '../../database/backup/salvage.ts';
import type { WritableDB } from '../../database/handle.ts';
import type { SetAside } from '../../database/set-aside.ts';
import { inTransaction } from '../../database/statement.ts';
import { listBackupFiles, ownBackupFolder } from './backup-files.ts';
import { readBackup } from './backup-lines.ts';
import { checkBackup } from './check-backup.ts';

export interface Recovered {
  readonly merged: Merged;
  /** When the backup was made by which gaps were filled; null: there were none, or there was no backup. */
  readonly backupAtMs: number | null;
  /** Something that the listener made may be lost. */
  readonly isPartial: boolean;
}

/**
 * Brings what the listener had made back into the library that replaces a damaged one: out of its pages that can still be
 * read and, where some cannot, out of the newest backup that Segue made by itself.
 * @param aside the damaged one; null: it is gone
 */
export async function recover(db: WritableDB, aside: SetAside | null, nowMs: number): Promise<Recovered> {
  const { tracks, made, lacking, incomplete } = aside === null ? NOTHING_SALVAGED : salvage(aside.path);
  const known = aside?.folders ?? [];
  const folders: BackupRecord[] = known.map((path) => ({ kind: 'folder', path, addedAtMs: nowMs }));
  const hasGaps = incomplete.size > 0 || lacking.size > 0 || known.length === 0;
  const backup = hasGaps ? await newestWhole(ownBackupFolder(db.path)) : null;
  const kept = backup?.records ?? [];
  const found = kept.filter((record) => record.kind === 'track' && lacking.has(record.id));
  const options = { nowMs, moved: [], isThere: () => true };
  const merge = new RecordMerge(db, options);
  const isWanted = ({ kind }: BackupRecord): boolean =>
    kind === 'track' ||
    kind === 'folder' ||
    incomplete.has(kind) ||
    (lacking.size > found.length && kind === 'playlist');
  const rest = new RecordMerge(db, options);
  inTransaction(db, () => {
    for (const record of [...folders, ...tracks, ...found, ...made]) merge.add(record);
    for (const record of kept.filter(isWanted)) rest.add(record);
  });
  const isPartial = incomplete.size > 0 || lacking.size > found.length;
  return { merged: sumOf(merge.merged, rest.merged), backupAtMs: backup?.createdAtMs ?? null, isPartial };
}

async function newestWhole(
  folder: string,
): Promise<{ readonly records: BackupRecord[]; readonly createdAtMs: number } | null> {
  for (const { path, createdAtMs } of await listBackupFiles(folder).catch(() => [])) {
    try {
      await checkBackup(path);
      const records: BackupRecord[] = [];
      for await (const record of readBackup(path)) records.push(record);
      return { records, createdAtMs };
    } catch {
      // An older one may be whole.
    }
  }
  return null;
}

function sumOf(a: Merged, b: Merged): Merged {
  return {
    playlists: a.playlists + b.playlists,
    plays: a.plays + b.plays,
    settings: a.settings + b.settings,
    curves: a.curves + b.curves,
    awaitedTracks: a.awaitedTracks + b.awaitedTracks,
    queue: a.queue || b.queue,
    foldersAdded: [...a.foldersAdded, ...b.foldersAdded],
    foldersAway: [...a.foldersAway, ...b.foldersAway],
  };
}
