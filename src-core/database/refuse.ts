import Sqlite from 'better-sqlite3';
import { SegueError } from '../contract/errors.ts';
import { APPLICATION_ID, databaseFromFuture, schemaVersion } from './migrate.ts';

/**
 * Throws for a healthy database that is not ours to write, from its header alone.
 * @throws {SegueError} 'database-from-future' or, for another program's database, 'database-failed'
 */
export function refuseForeignFile(
  file: string,
  header: { readonly userVersion: number; readonly applicationId: number },
  known: number,
): void {
  // All zero is what a database of ours looks like that was killed before its first checkpoint.
  const isUnmarked = header.applicationId === 0 && header.userVersion === 0;
  if (header.applicationId !== APPLICATION_ID && !isUnmarked) throw foreignDatabase(file);
  if (header.userVersion > known) throw databaseFromFuture(file, header.userVersion, known);
}

/** The log may hold a newer first page than the file; a read-only connection sees it and changes neither. */
export function refuseFutureLog(file: string, known: number): void {
  const sqlite = new Sqlite(file, { readonly: true });
  try {
    const version = schemaVersion(sqlite);
    if (version > known) throw databaseFromFuture(file, version, known);
  } finally {
    sqlite.close();
  }
}

/** Many programs mark their databases with nothing; tables without a version of ours are theirs. */
export function refuseForeignSchema(file: string, sqlite: Sqlite.Database): void {
  if (schemaVersion(sqlite) !== 0) return;
  const tables = sqlite.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get();
  if (tables !== 0) throw foreignDatabase(file);
}

function foreignDatabase(file: string): SegueError {
  return new SegueError(
    'database-failed',
    `"${file}" is the database of another program. Nothing was changed: choose another one.`,
    { path: file },
  );
}
