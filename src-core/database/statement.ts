import type Sqlite from 'better-sqlite3';
import { SegueError } from '../contract/errors.ts';
import { noteDamage } from './damage-note.ts';
import { connectionOf, type ReadableDB, type RowShape, type WritableDB } from './handle.ts';
import { toDatabaseError } from './sqlite-error.ts';

export type SqlValue = number | string | Uint8Array | null;
/** Positional values, or one object for `@name` parameters. */
export type SqlParameters = SqlValue[] | [Readonly<Record<string, SqlValue>>];

/** The first row, if any. The caller names the row's shape: SQL has no types that TypeScript could read. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
export function get<Row>(db: ReadableDB, sql: string, ...parameters: SqlParameters): Row | undefined {
  return attempt(db, () => statement(db, sql).get(...parameters) as Row | undefined);
}

export function all<Row>(db: ReadableDB, sql: string, ...parameters: SqlParameters): Row[] {
  return attempt(db, () => statement(db, sql).all(...parameters) as Row[]);
}

/** The one column that a query selects: many times faster than a row for each value. */
export function column<Value extends SqlValue>(
  db: ReadableDB,
  sql: string,
  ...parameters: SqlParameters
): Value[] {
  return attempt(db, () => statement(db, sql, 'values').all(...parameters) as Value[]);
}

/** Hands rows to `visit` one at a time, as arrays of column values: for reads too large to hold twice. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
export function each<Row extends unknown[]>(
  db: ReadableDB,
  sql: string,
  visit: (row: Row) => void,
  ...parameters: SqlParameters
): void {
  attempt(db, () => {
    const rows = statement(db, sql, 'arrays').iterate(...parameters) as IterableIterator<Row>;
    for (const row of rows) visit(row);
  });
}

/** Runs a statement that writes. */
export function run(
  db: WritableDB,
  sql: string,
  ...parameters: SqlParameters
): { changes: number; id: number } {
  return attempt(db, () => {
    const { changes, lastInsertRowid } = statement(db, sql).run(...parameters);
    return { changes, id: Number(lastInsertRowid) };
  });
}

/** All of `work` or nothing of it; may be nested. Takes the write lock at once, so that it cannot fail half-way for want of it. */
export function inTransaction<T>(db: WritableDB, work: () => T): T {
  return attempt(db, () => connectionOf(db).sqlite.transaction(work).immediate());
}

function statement(db: ReadableDB, sql: string, shape: RowShape = 'objects'): Sqlite.Statement {
  const { sqlite, statements } = connectionOf(db);
  const known = statements[shape].get(sql);
  if (known !== undefined) return known;
  const prepared = sqlite.prepare(sql);
  if (shape === 'arrays') prepared.raw(true);
  if (shape === 'values') prepared.pluck(true);
  statements[shape].set(sql, prepared);
  return prepared;
}

function attempt<T>(db: ReadableDB, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const typed = toDatabaseError(error, db.path);
    if (typed instanceof SegueError && typed.code === 'database-corrupt') noteDamage(db.path);
    throw typed;
  }
}
