import { resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import { SegueError } from '../contract/errors.ts';
import { closeDatabase, readableHandle, type ReadableDB } from './handle.ts';
import { claimLibrary } from './instance-lock.ts';
import { readMigrations, schemaVersion } from './migrate.ts';
import { openCopy } from './open-copy.ts';
import { openDatabase } from './open-database.ts';
import { peekHeader } from './peek-header.ts';
import { refuseForeignFile } from './refuse.ts';
import { damagedDatabase, toDatabaseError } from './sqlite-error.ts';

/**
 * Opens an existing library for reading. An older schema is brought up to date first; where nothing can be written, in a
 * copy.
 *
 * @throws {SegueError} 'not-found' where there is no library, 'database-corrupt', 'library-in-use' where an older Segue
 *   has it open that would not understand what it was brought to, and what {@link openDatabase} throws
 */
export function openReadable(path: string, options: { readonly busyTimeoutMs?: number } = {}): ReadableDB {
  const file = resolve(path);
  const known = readMigrations().length;
  const header = peekHeader(file);
  if (header.kind === 'not-sqlite') throw damagedDatabase(file);
  if (header.kind !== 'sqlite') throw noLibrary(file);
  refuseForeignFile(file, header, known);
  const timeout = options.busyTimeoutMs ?? 5000;
  const connect = (): Sqlite.Database => new Sqlite(file, { readonly: true, timeout });
  let sqlite: Sqlite.Database | undefined;
  try {
    sqlite = connect();
    if (schemaVersion(sqlite) === known) return readableHandle(file, sqlite);
    sqlite.close();
    const lock = claimLibrary(file);
    try {
      closeDatabase(openDatabase(file, options).db);
    } finally {
      lock.release();
    }
    return readableHandle(file, connect());
  } catch (error) {
    sqlite?.close();
    const typed = toDatabaseError(error, file);
    if (typed instanceof SegueError && typed.code === 'database-read-only') return openCopy(file);
    throw typed;
  }
}

function noLibrary(file: string): SegueError {
  return new SegueError(
    'not-found',
    `There is no library at "${file}" yet: run "segue index FOLDER" first.`,
    {
      path: file,
    },
  );
}
