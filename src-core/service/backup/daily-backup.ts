import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { BackupFile } from '../../contract/api/index.ts';
import { backupName, listBackupFiles, ownBackupFolder, UNFINISHED } from './backup-files.ts';
import { writeBackup } from './write-backup.ts';

const PREFIX = 'daily';
/** A little less than a day, so that who listens every evening gets one each time. */
const EVERY_MS = 20 * 60 * 60 * 1000;
const KEPT = 7;

/**
 * Writes a backup of what the listener has made, without curves, beside the library, unless one was written today; older
 * ones than the last seven go, except for the largest: a library that was emptied must not push out the last good one.
 * @returns the path, or null where none was due
 */
export async function backUpDaily(dbPath: string, nowMs: number): Promise<string | null> {
  const folder = ownBackupFolder(dbPath);
  await mkdir(folder, { recursive: true });
  const before = (await listBackupFiles(folder)).filter(({ path }) => basename(path).startsWith(PREFIX));
  // A clock that was wrong for a while leaves files from the future, which must not stand in for today's.
  const isRecent = ({ path }: BackupFile): boolean => Math.abs(nowMs - madeAtMs(path)) < EVERY_MS;
  if (before.some(isRecent)) return null;
  await removeUnfinished(folder);
  const path = join(folder, backupName(PREFIX, nowMs));
  const made = await writeBackup(dbPath, path, { extent: 'mentioned tracks', nowMs });
  const past = [made, ...before].filter(({ path }) => madeAtMs(path) <= nowMs);
  past.sort((a, b) => madeAtMs(b.path) - madeAtMs(a.path));
  const largest = past.reduce((a, b) => (b.sizeBytes > a.sizeBytes ? b : a));
  for (const old of past.slice(KEPT)) if (old !== largest) await rm(old.path, { force: true });
  return path;
}

/** Those that a program was killed over. */
async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith(PREFIX) && name.endsWith(UNFINISHED)) await rm(join(folder, name), { force: true });
  }
}

/** From the name: the file's own date changes when it is copied. NaN for a name that is not as ours are. */
function madeAtMs(path: string): number {
  const stamp = /(\d{4}-\d\d-\d\dT\d\d)(\d\d)(\d\d)Z/.exec(path);
  return stamp === null ? NaN : Date.parse(`${stamp[1]}:${stamp[2]}:${stamp[3]}Z`);
}
