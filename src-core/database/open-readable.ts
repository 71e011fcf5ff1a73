import { resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import { SegueError } from '../contract/errors.ts';
import { closeDatabase, readableHandle, type ReadableDB } from './handle.ts';
import { readMigrations, schemaVersion } from './migrate.ts';
import { openDatabase } from './open-database.ts';
import { peekHeader } from './peek-header.ts';
import { refuseForeignFile } from './refuse.ts';
import { damagedDatabase, toDatabaseError } from './sqlite-error.ts';

/**
 * Opens an existing library for reading. SQLite keeps its log beside the database even then, so the folder must
 * be writable; and an older schema is brought up to date first.
 *
 * @throws {SegueError} 'not-found' where there is no library, 'database-corrupt', and what {@link openDatabase} throws
 */
export function openReadable(path: string, options: { readonly busyTimeoutMs?: number } = {}): ReadableDB {
  const file = resolve(path);
  const known = readMigrations().length;
  const header = peekHeader(file);
  if (header.kind === 'not-sqlite') throw damagedDatabase(file);
  if (header.kind !== 'sqlite') throw noLibrary(file);
  refuseForeignFile(file, header, known);
  const connect = (): Sqlite.Database =>
    new Sqlite(file, { readonly: true, timeout: options.busyTimeoutMs ?? 5000 });
  try {
    const sqlite = connect();
    if (schemaVersion(sqlite) === known) return readableHandle(file, sqlite);
    sqlite.close();
    closeDatabase(openDatabase(file, options).db);
    return readableHandle(file, connect());
  } catch (error) {
    throw toDatabaseError(error, file);
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
