import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import { SegueError } from '../contract/errors.ts';
import { forgetDamage, isDamageNoted } from './damage-note.ts';
import { writableHandle, type WritableDB } from './handle.ts';
import { makeFolderOf } from './make-folder.ts';
import { migrate, readMigrations, type Migration } from './migrate.ts';
import { addMigrationFunctions } from './migration-functions.ts';
import { peekHeader } from './peek-header.ts';
import { refuseForeignFile, refuseForeignSchema, refuseFutureLog } from './refuse.ts';
import { setAside, type SetAside } from './set-aside.ts';
import { damagedDatabase, toDatabaseError } from './sqlite-error.ts';

export interface OpenOptions {
  /** For the name under which a damaged database is set aside. */
  readonly nowMs?: number;
  /** How long a write waits for another process's before it fails with 'database-locked'. */
  readonly busyTimeoutMs?: number;
  /** Up to which size every opening looks for damage; a larger one is looked through when there is reason to. */
  readonly checkUpToBytes?: number;
  readonly migrations?: readonly Migration[];
}

export interface OpenedDatabase {
  readonly db: WritableDB;
  /** The damaged database that the new, empty one replaces; tell the user. */
  readonly setAside: SetAside | null;
}

/** SQLite reads about 1 GB/s when looking for damage; up to here it goes unnoticed at every start. */
const CHECK_UP_TO_BYTES = 128 * 1024 * 1024;

/**
 * Opens the library for writing, creates it where there is none, and brings its schema up to date.
 * A damaged one is set aside, a new one made, and the result says so.
 *
 * @throws {SegueError} 'database-from-future' (the file stays as it is, byte for byte), 'database-locked',
 *   'database-read-only', 'disk-full', 'database-failed' (also for another program's database, left alone)
 */
export function openDatabase(path: string, options: OpenOptions = {}): OpenedDatabase {
  const file = resolve(path);
  const migrations = options.migrations ?? readMigrations();
  makeFolderOf(file);
  const first = tryOpen(file, migrations, options);
  if (first !== 'damaged') return { db: first, setAside: null };
  const aside = setAside(file, options.nowMs ?? Date.now());
  forgetDamage(file);
  const second = tryOpen(file, migrations, options);
  if (second === 'damaged') {
    throw new SegueError(
      'database-corrupt',
      `A new library at "${file}" was damaged at once: check the disk.`,
      {
        path: file,
      },
    );
  }
  return { db: second, setAside: aside };
}

function tryOpen(
  file: string,
  migrations: readonly Migration[],
  options: OpenOptions,
): WritableDB | 'damaged' {
  const header = peekHeader(file);
  if (header.kind === 'not-sqlite') return 'damaged';
  if (header.kind === 'sqlite') refuseForeignFile(file, header, migrations.length);
  let sqlite;
  try {
    const hasLog = header.kind === 'sqlite' && existsSync(`${file}-wal`);
    if (hasLog) refuseFutureLog(file, migrations.length);
    sqlite = new Sqlite(file, { timeout: options.busyTimeoutMs ?? 5000 });
    // A log beside it means that the last program did not get to close it.
    const isChecked =
      hasLog || isDamageNoted(file) || sizeOf(file) <= (options.checkUpToBytes ?? CHECK_UP_TO_BYTES);
    if (header.kind === 'sqlite' && isChecked) {
      if (sqlite.pragma('quick_check(1)', { simple: true }) !== 'ok') throw damagedDatabase(file);
      forgetDamage(file);
    }
    refuseForeignSchema(file, sqlite);
    prepare(sqlite, migrations);
    return writableHandle(file, sqlite);
  } catch (error) {
    sqlite?.close();
    const typed = toDatabaseError(error, file);
    if (typed instanceof SegueError && typed.code === 'database-corrupt') return 'damaged';
    throw typed;
  }
}

function prepare(sqlite: Sqlite.Database, migrations: readonly Migration[]): void {
  // WAL: readers never wait for the writer, and a killed process leaves a log that the next one replays.
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = NORMAL');
  // Off while tables may be rebuilt by a migration; a pragma has no effect inside its transaction.
  sqlite.pragma('foreign_keys = OFF');
  addMigrationFunctions(sqlite);
  migrate(sqlite, migrations);
  sqlite.pragma('foreign_keys = ON');
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
