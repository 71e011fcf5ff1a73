import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import { SegueError } from '../contract/errors.ts';
import { writableHandle, type WritableDB } from './handle.ts';
import { migrate, readMigrations, type Migration } from './migrate.ts';
import { peekHeader } from './peek-header.ts';
import { refuseForeignFile, refuseForeignSchema, refuseFutureLog } from './refuse.ts';
import { setAside, type SetAside } from './set-aside.ts';
import { toDatabaseError, toDatabaseFileError } from './sqlite-error.ts';

export interface OpenOptions {
  /** For the name under which a damaged database is set aside. */
  readonly nowMs?: number;
  /** How long a write waits for another process's before it fails with 'database-locked'. */
  readonly busyTimeoutMs?: number;
  /** 'auto' looks for damage where that is quick, or where the last process did not close the database. */
  readonly integrityCheck?: 'auto' | 'always';
  readonly migrations?: readonly Migration[];
}

export interface OpenedDatabase {
  readonly db: WritableDB;
  /** The damaged database that the new, empty one replaces; tell the user. */
  readonly setAside: SetAside | null;
}

/** SQLite reads about 1 GB/s when looking for damage; up to here it goes unnoticed at every start. */
const QUICK_CHECK_LIMIT_BYTES = 128 * 1024 * 1024;

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
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch (error) {
    throw toDatabaseFileError(error, file);
  }
  const first = tryOpen(file, migrations, options);
  if (first !== 'damaged') return { db: first, setAside: null };
  const aside = setAside(file, options.nowMs ?? Date.now());
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
    const isChecked =
      header.kind === 'sqlite' && (hasLog || options.integrityCheck === 'always' || isSmall(file));
    if (isChecked && sqlite.pragma('quick_check(1)', { simple: true }) !== 'ok') {
      sqlite.close();
      return 'damaged';
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
  migrate(sqlite, migrations);
  sqlite.pragma('foreign_keys = ON');
}

function isSmall(file: string): boolean {
  return statSync(file).size <= QUICK_CHECK_LIMIT_BYTES;
}
