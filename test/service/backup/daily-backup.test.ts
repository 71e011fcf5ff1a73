import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { closeDatabase } from '../../../src-core/database/handle.ts';
import { createPlaylist, listPlaylists } from '../../../src-core/database/playlists.ts';
import { ownBackupFolder } from '../../../src-core/service/backup/backup-files.ts';
import { backUpDaily } from '../../../src-core/service/backup/daily-backup.ts';
import { openLibrary as openProtected } from '../../../src-core/service/open-library.ts';
import { openLibrary } from '../../database/open-library.ts';

const DAY_MS = 86_400_000;
const NOON_MS = Date.UTC(2026, 10, 30, 12);

test('one a day is kept, for a week, whatever the clock does meanwhile', async () => {
  const db = openLibrary();
  const names = (): string[] => readdirSync(ownBackupFolder(db.path)).sort();
  expect(await backUpDaily(db.path, NOON_MS)).toContain('daily-2026-11-30T120000Z.segue-backup');
  expect(await backUpDaily(db.path, NOON_MS + 1000)).toBeNull();
  for (let day = 1; day < 10; day++) await backUpDaily(db.path, NOON_MS + day * DAY_MS);
  expect(names().filter((name) => name.startsWith('daily'))).toHaveLength(7);
  // A clock that runs a year ahead for an hour must not keep the next days from being backed up.
  await backUpDaily(db.path, NOON_MS + 365 * DAY_MS);
  expect(await backUpDaily(db.path, NOON_MS + 10 * DAY_MS)).not.toBeNull();
  expect(names()).toHaveLength(8);
});

test('one that a program was killed over is removed when the next is written', async () => {
  const db = openLibrary();
  await backUpDaily(db.path, NOON_MS);
  const folder = ownBackupFolder(db.path);
  writeFileSync(join(folder, 'daily-2026-12-01T120000Z.segue-backup.part'), 'half');
  await backUpDaily(db.path, NOON_MS + DAY_MS);
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('days on which the library was empty do not push out the last on which it was not', async () => {
  const db = openLibrary();
  for (let n = 0; n < 500; n++) createPlaylist(db, `Playlist ${n * 7919}`, n);
  const full = await backUpDaily(db.path, NOON_MS);
  const empty = openLibrary();
  mkdirSync(dirname(ownBackupFolder(empty.path)));
  renameSync(ownBackupFolder(db.path), ownBackupFolder(empty.path));
  for (let day = 1; day < 12; day++) await backUpDaily(empty.path, NOON_MS + day * DAY_MS);
  const names = readdirSync(ownBackupFolder(empty.path));
  expect(names).toHaveLength(8);
  expect(names).toContain(full!.split('/').at(-1));
});

test('each of two libraries in one folder has its own, and gets nothing of the other when it is new', async () => {
  const first = openLibrary();
  createPlaylist(first, 'Evening', 1);
  expect(await backUpDaily(first.path, NOON_MS)).not.toBeNull();

  const dbPath = join(dirname(first.path), 'second.db');
  const { db: second } = await openProtected({ dbPath, nowMs: NOON_MS, onNotice: expect.unreachable });
  onTestFinished(() => closeDatabase(second));
  expect(listPlaylists(second)).toEqual([]);
  expect(await backUpDaily(dbPath, NOON_MS)).not.toBeNull();
});
