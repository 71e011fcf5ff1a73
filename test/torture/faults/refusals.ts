import { chmodSync, readdirSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { milliseconds, startChild } from '../child.ts';
import { inspect, madeIn, makeLibrary, makeMusic } from '../library.ts';
import { expectAll, type Fault } from '../round.ts';
import { expectOnly, kill, torment } from '../torment.ts';
import { mountSmallDisk } from './full-disk.ts';

const isRoot = process.getuid?.() === 0;

/** A disk that turns read-only under a core: it says so, keeps running, and saves again when it may. */
export const turnReadOnly: Fault = async (round) => {
  const disk = join(round.folder, 'disk');
  if (!mountSmallDisk(round, disk)) return 'mounting a disk takes the superuser';
  const { child, check, recovered } = await torment(round, join(disk, 'library.db'));
  await milliseconds(round.below(200));
  if (!remount(disk, 'ro')) return 'a disk in use cannot be turned read-only here';
  await child.printed('"failed":');
  remount(disk, 'rw');
  await recovered();
  await kill(child);
  expectOnly(['database-read-only'], child);
  await check();
  return undefined;
};

/** @returns whether it could be done */
function remount(disk: string, how: 'ro' | 'rw'): boolean {
  try {
    execFileSync('mount', ['-o', `remount,${how}`, disk], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Another program that holds the library's lock is waited for, and then named as the reason. */
export const lockByAnother: Fault = async (round) => {
  const dbPath = join(round.folder, 'library.db');
  const { child, check, recovered } = await torment(round, dbPath);
  await milliseconds(round.below(200));
  const other = new Sqlite(dbPath, { timeout: 60_000 });
  other.exec('BEGIN IMMEDIATE');
  await child.printed('"failed":"database-locked"');
  other.exec('ROLLBACK');
  other.close();
  await recovered();
  await kill(child);
  expectOnly(['database-locked'], child);
  await check();
  return undefined;
};

/** Folders that may not be read any more: their tracks are kept, and are as before once they may. */
export const takePermissions: Fault = async (round) => {
  if (isRoot) return 'nothing is forbidden to the superuser';
  const [dbPath, music] = [join(round.folder, 'library.db'), join(round.folder, 'music')];
  makeLibrary(dbPath, 60, round);
  makeMusic(music, 60);
  const index = async (): Promise<Record<string, number>> => {
    return (await startChild(round, 'index', [dbPath, music]).result()) as Record<string, number>;
  };
  await index();
  const { found: made } = await inspect(dbPath, 1, madeIn);
  const closed = join(music, round.pick(readdirSync(music)));
  chmodSync(closed, 0);
  const without = await index();
  chmodSync(closed, 0o700);
  if (without.missing !== 0 || without.failed === 0) throw new Error(`forbidden: ${JSON.stringify(without)}`);
  const after = await index();
  if (after.unchanged !== 60 || after.failed !== 0)
    throw new Error(`allowed again: ${JSON.stringify(after)}`);
  expectAll((await inspect(dbPath, 1, madeIn)).found, made, 'what was made');
  return undefined;
};
