import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { addFolder } from '../../src-core/database/folders.ts';
import { closeDatabase } from '../../src-core/database/handle.ts';
import { libraryStatus } from '../../src-core/database/library-status.ts';
import { readMigrations } from '../../src-core/database/migrate.ts';
import { openCopy } from '../../src-core/database/open-copy.ts';
import { openDatabase } from '../../src-core/database/open-database.ts';
import { openReadable } from '../../src-core/database/open-readable.ts';
import { databasePath } from './open-library.ts';

const copies = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('segue-reading-'));

/** Makes the folder one in which nothing can be written, whoever asks; false where that is not to be had. */
function makeReadOnly(folder: string): boolean {
  try {
    if (process.getuid?.() === 0) {
      execFileSync('mount', ['--bind', folder, folder], { stdio: 'ignore' });
      onTestFinished(() => void execFileSync('umount', ['--lazy', folder]));
      execFileSync('mount', ['-o', 'remount,ro,bind', folder], { stdio: 'ignore' });
    } else {
      chmodSync(folder, 0o500);
      onTestFinished(() => chmodSync(folder, 0o700));
    }
    return true;
  } catch {
    return false;
  }
}

test('a library in a folder where nothing can be written is read, older schema and all', ({ skip }) => {
  for (const migrations of [readMigrations(), readMigrations().slice(0, 1)]) {
    const path = databasePath();
    const { db } = openDatabase(path, { migrations });
    addFolder(db, '/music', 1);
    closeDatabase(db);
    if (!makeReadOnly(dirname(path))) skip('A folder cannot be made read-only here.');
    const before = readFileSync(path);
    const reading = openReadable(path);
    expect(libraryStatus(reading).folders).toMatchObject([{ path: '/music' }]);
    closeDatabase(reading);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(() => openDatabase(path)).toThrow(expect.objectContaining({ code: 'database-read-only' }));
  }
});

test('a copy holds what is still in the log, and is gone when it is closed', () => {
  const path = databasePath();
  const { db } = openDatabase(path);
  addFolder(db, '/in-the-log', 1);
  // As a power cut leaves it: the log beside it was not merged.
  const cut = join(dirname(databasePath()), 'library.db');
  for (const suffix of ['', '-wal']) copyFileSync(path + suffix, cut + suffix);
  closeDatabase(db);
  const before = copies();
  const copy = openCopy(cut);
  expect(libraryStatus(copy).folders).toMatchObject([{ path: '/in-the-log' }]);
  expect(copies().length).toBe(before.length + 1);
  closeDatabase(copy);
  expect(copies()).toEqual(before);
});
