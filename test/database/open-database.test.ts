import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { addFolder, listFolders } from '../../src-core/database/folders.ts';
import { closeDatabase, connectionOf } from '../../src-core/database/handle.ts';
import { readMigrations } from '../../src-core/database/migrate.ts';
import { openDatabase } from '../../src-core/database/open-database.ts';
import { openReadable } from '../../src-core/database/open-readable.ts';
import { getTrackByPath } from '../../src-core/database/tracks.ts';
import { addTrack, databasePath, openLibrary } from './open-library.ts';

const NOW_MS = Date.UTC(2026, 10, 30, 12, 5, 9);

function pragma(db: ReturnType<typeof openLibrary>, name: string): unknown {
  return connectionOf(db).sqlite.pragma(name, { simple: true });
}

/** Every file beside the database with its content. */
function snapshot(path: string): [string, string][] {
  return readdirSync(dirname(path))
    .sort()
    .map((name) => [name, readFileSync(join(dirname(path), name)).toString('base64')]);
}

function libraryWithTracks(path: string, tracks: number): void {
  const { db } = openDatabase(path);
  addFolder(db, '/music', 1);
  for (let n = 0; n < tracks; n++) addTrack(db, `/music/${n}.mp3`);
  closeDatabase(db);
}

/** Overwrites the page where the table of tracks begins; everything else can still be read. */
function damageTracks(path: string): void {
  const raw = new Sqlite(path);
  const page = raw
    .prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'tracks'")
    .pluck()
    .get() as number;
  raw.close();
  const bytes = readFileSync(path);
  bytes.fill(0xff, (page - 1) * 4096, page * 4096);
  writeFileSync(path, bytes);
}

describe('a new library', () => {
  test('is in WAL mode, strict, with foreign keys, marked as ours and at the last migration', () => {
    const path = join(dirname(databasePath()), 'new folder', 'below', 'library.db');
    const db = openLibrary(path);
    expect(pragma(db, 'journal_mode')).toBe('wal');
    expect(pragma(db, 'foreign_keys')).toBe(1);
    expect(pragma(db, 'application_id')).toBe(0x53656775);
    if (process.platform !== 'win32') expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
    expect(pragma(db, 'user_version')).toBe(readMigrations().length);
    const tables = connectionOf(db).sqlite.pragma('table_list') as {
      name: string;
      type: string;
      strict: number;
    }[];
    const ours = tables.filter(({ name, type }) => type === 'table' && !name.startsWith('sqlite_'));
    expect(ours.length).toBeGreaterThan(8);
    expect(ours.filter(({ strict }) => strict === 0)).toEqual([]);
  });

  test('opens again as it was left', () => {
    const path = databasePath();
    libraryWithTracks(path, 3);
    const { db, setAside } = openDatabase(path);
    expect(setAside).toBeNull();
    expect(getTrackByPath(db, '/music/2.mp3')).toMatchObject({
      mtimeMs: 1_700_000_000_000.25,
      addedAtMs: 1000,
    });
    closeDatabase(db);
  });
});

describe('migrations', () => {
  const [first] = readMigrations();

  test('run in order, once each', () => {
    const path = databasePath();
    const second = {
      version: 2,
      name: '0002-b.sql',
      sql: 'CREATE TABLE extra (n INTEGER) STRICT; INSERT INTO extra VALUES (7);',
    };
    closeDatabase(openDatabase(path, { migrations: [first] }).db);
    closeDatabase(openDatabase(path, { migrations: [first, second] }).db);
    const { db } = openDatabase(path, { migrations: [first, second] });
    expect(connectionOf(db).sqlite.prepare('SELECT n FROM extra').pluck().all()).toEqual([7]);
    expect(pragma(db, 'user_version')).toBe(2);
    closeDatabase(db);
  });

  test('one that fails leaves the library as it was before it', () => {
    const path = databasePath();
    libraryWithTracks(path, 1);
    const released = readMigrations();
    const version = released.length + 1;
    const broken = { version, name: 'broken.sql', sql: 'DROP TABLE playlists; SELECT * FROM nothing;' };
    expect(() => openDatabase(path, { migrations: [...released, broken] })).toThrow(
      expect.objectContaining({ code: 'database-failed' }),
    );
    const { db } = openDatabase(path);
    expect(pragma(db, 'user_version')).toBe(released.length);
    expect(connectionOf(db).sqlite.prepare('SELECT count(*) FROM playlists').pluck().get()).toBe(0);
    closeDatabase(db);
  });

  test('a gap in the numbers is a mistake of the program', () => {
    const folder = dirname(databasePath());
    writeFileSync(join(folder, '0002-late.sql'), '');
    expect(() => readMigrations(new URL(`file://${folder}/`))).toThrow(
      expect.objectContaining({ code: 'internal' }),
    );
  });
});

describe('a library that is not for us to write', () => {
  test('from the future is refused and stays as it is, byte for byte', () => {
    const path = databasePath();
    libraryWithTracks(path, 5);
    const raw = new Sqlite(path);
    raw.pragma('user_version = 999');
    raw.close();
    const before = snapshot(path);
    for (const open of [openDatabase, openReadable]) {
      expect(() => open(path)).toThrow(expect.objectContaining({ code: 'database-from-future', path }));
      expect(snapshot(path)).toEqual(before);
    }
  });

  test('from the future is recognised while its newest pages are still in the log', () => {
    const path = databasePath();
    libraryWithTracks(path, 1);
    const raw = new Sqlite(path);
    raw.pragma('user_version = 999');
    const before = readFileSync(path);
    expect(before.readInt32BE(60)).toBe(readMigrations().length);
    expect(() => openDatabase(path)).toThrow(expect.objectContaining({ code: 'database-from-future' }));
    expect(readFileSync(path).equals(before)).toBe(true);
    raw.close();
  });

  test.each([
    ['marked as its own', 'PRAGMA application_id = 42; CREATE TABLE t (a)'],
    ['without a mark', 'CREATE TABLE t (a)'],
  ])("another program's database, %s, is left alone", (_, sql) => {
    const path = databasePath();
    const raw = new Sqlite(path);
    raw.exec(sql);
    raw.close();
    const before = snapshot(path);
    expect(() => openDatabase(path)).toThrow(expect.objectContaining({ code: 'database-failed' }));
    expect(snapshot(path)).toEqual(before);
  });

  test('a folder is not a database', () => {
    const path = databasePath();
    mkdirSync(path);
    expect(() => openDatabase(path)).toThrow(expect.objectContaining({ code: 'database-failed', path }));
    expect(statSync(path).isDirectory()).toBe(true);
  });

  // The kernel's own file systems take no files, not even from the superuser.
  test.runIf(existsSync('/sys/kernel'))('where nothing can be written, that is said', () => {
    expect(() => openDatabase('/sys/segue/library.db')).toThrow(
      expect.objectContaining({ code: 'database-read-only' }),
    );
  });

  test('one that is being written by another program is waited for, then given up', () => {
    const path = databasePath();
    libraryWithTracks(path, 1);
    const writer = new Sqlite(path);
    writer.exec('BEGIN IMMEDIATE');
    const { db } = openDatabase(path, { busyTimeoutMs: 1 });
    expect(() => addTrack(db, '/music/new.mp3')).toThrow(
      expect.objectContaining({ code: 'database-locked' }),
    );
    writer.exec('ROLLBACK');
    expect(addTrack(db, '/music/new.mp3')).toBeGreaterThan(0);
    writer.close();
    closeDatabase(db);
  });
});

describe('a damaged library is set aside and replaced', () => {
  const damages: Record<string, (path: string) => void> = {
    'overwritten throughout': (path) =>
      writeFileSync(path, Buffer.alloc(statSync(path).size, 'not a database ')),
    'overwritten in the middle': (path) => {
      const bytes = readFileSync(path);
      bytes.fill(0xa5, 4096, bytes.length - 4096);
      writeFileSync(path, bytes);
    },
    'cut short': (path) => truncateSync(path, statSync(path).size - 6000),
    'of a few bytes': (path) => writeFileSync(path, 'SQLite'),
  };

  test.each(Object.entries(damages))('%s', (_, damage) => {
    const path = databasePath();
    libraryWithTracks(path, 300);
    damage(path);
    const damaged = readFileSync(path);

    const { db, setAside } = openDatabase(path, { nowMs: NOW_MS });
    expect(setAside?.path).toBe(`${path}.corrupt-2026-11-30T120509Z`);
    expect(readFileSync(setAside!.path).equals(damaged)).toBe(true);
    expect(getTrackByPath(db, '/music/2.mp3')).toBeUndefined();
    expect(addTrack(db, '/music/2.mp3')).toBe(1);
    expect(pragma(db, 'integrity_check')).toBe('ok');
    closeDatabase(db);
    expect(openDatabase(path).setAside).toBeNull();
  });

  test('takes the files beside it along, and never overwrites an earlier one', () => {
    const path = databasePath();
    for (const round of ['first', 'second']) {
      writeFileSync(path, `no database, ${round}`);
      writeFileSync(`${path}-wal`, `log of the ${round}`);
      closeDatabase(openDatabase(path, { nowMs: NOW_MS }).db);
    }
    const aside = readdirSync(dirname(path)).filter((name) => name.includes('.corrupt-'));
    const name = `${basename(path)}.corrupt-2026-11-30T120509Z`;
    expect(aside).toEqual(expect.arrayContaining([name, `${name}-wal`, `${name}-2`, `${name}-2-wal`]));
    expect(readFileSync(join(dirname(path), `${name}-2-wal`), 'utf8')).toBe('log of the second');
  });

  test('and its list of folders is carried over as far as it can be read', () => {
    const path = databasePath();
    libraryWithTracks(path, 300);
    damageTracks(path);
    expect(openDatabase(path).setAside?.folders).toEqual(['/music']);
  });
});

test('damage that shows while a large library is in use is looked for at the next opening', () => {
  const path = databasePath();
  libraryWithTracks(path, 300);
  damageTracks(path);

  // As if the file were too large to be looked through each time.
  const large = { checkUpToBytes: 0, nowMs: NOW_MS };
  const first = openDatabase(path, large);
  expect(first.setAside).toBeNull();
  const readAll = (): void => {
    for (let n = 0; n < 300; n++) getTrackByPath(first.db, `/music/${n}.mp3`);
  };
  expect(readAll).toThrow(expect.objectContaining({ code: 'database-corrupt' }));
  closeDatabase(first.db);
  const second = openDatabase(path, large);
  expect(second.setAside?.path).toContain('.corrupt-');
  closeDatabase(second.db);
  expect(openDatabase(path, large).setAside).toBeNull();
  expect(readdirSync(dirname(path)).filter((name) => name.endsWith('-damaged'))).toEqual([]);
});

describe('opening for reading', () => {
  test('reads, and cannot be written through', () => {
    const path = databasePath();
    libraryWithTracks(path, 2);
    const db = openReadable(path);
    expect(listFolders(db).map((folder) => folder.path)).toEqual(['/music']);
    expect(() => connectionOf(db).sqlite.exec('DELETE FROM tracks')).toThrow(/readonly/);
    closeDatabase(db);
  });

  test('a library that is not there is not made', () => {
    const path = databasePath();
    expect(() => openReadable(path)).toThrow(expect.objectContaining({ code: 'not-found' }));
    expect(existsSync(path)).toBe(false);
  });

  test('a damaged one is reported and stays where it is', () => {
    const path = databasePath();
    writeFileSync(path, 'this is not a database at all, however long one looks at it');
    expect(() => openReadable(path)).toThrow(expect.objectContaining({ code: 'database-corrupt' }));
    expect(readdirSync(dirname(path))).toEqual([basename(path)]);
  });
});
