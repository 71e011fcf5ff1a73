import { readdirSync, readFileSync } from 'node:fs';
import type Sqlite from 'better-sqlite3';
import { SegueError } from '../contract/errors.ts';

/** Marks a file as Segue's: the header's application id, set by the first migration ('Segu'). */
export const APPLICATION_ID = 0x53656775;

const MIGRATIONS_DIRECTORY = new URL('../../migrations/', import.meta.url);

/** One frozen step of the schema; `version` is the `user_version` that it leaves behind. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/**
 * Reads `0001-name.sql`, `0002-name.sql` … in order.
 * @throws {SegueError} 'internal' when a number is missing or doubled
 */
export function readMigrations(directory: URL = MIGRATIONS_DIRECTORY): Migration[] {
  const names = readdirSync(directory)
    .filter((name) => /^\d{4}-.+\.sql$/.test(name))
    .sort();
  return names.map((name, index) => {
    const version = Number(name.slice(0, 4));
    if (version !== index + 1) {
      throw new SegueError('internal', `Migration ${name} should be number ${index + 1}.`);
    }
    return { version, name, sql: readFileSync(new URL(name, directory), 'utf8') };
  });
}

/** Brings the schema up to the last migration, each step in a transaction of its own. */
export function migrate(sqlite: Sqlite.Database, migrations: readonly Migration[]): void {
  for (const migration of migrations) {
    // Looked at first without the write lock, for which another program's long write would have to be waited for.
    if (schemaVersion(sqlite) >= migration.version) continue;
    sqlite
      .transaction(() => {
        // And again under it: another process may have migrated in the meantime.
        if (schemaVersion(sqlite) >= migration.version) return;
        sqlite.exec(migration.sql);
        sqlite.pragma(`user_version = ${migration.version}`);
      })
      .immediate();
  }
}

export function schemaVersion(sqlite: Sqlite.Database): number {
  return sqlite.pragma('user_version', { simple: true }) as number;
}

export function databaseFromFuture(path: string, version: number, known: number): SegueError {
  return new SegueError(
    'database-from-future',
    `The library "${path}" was written by a newer version of Segue (format ${version}, this one knows ${known}). ` +
      'Nothing was changed: update Segue, or choose another database.',
    { path },
  );
}
