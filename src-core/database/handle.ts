import type Sqlite from 'better-sqlite3';

const CONNECTION: unique symbol = Symbol('connection');
const WRITABLE: unique symbol = Symbol('writable');

/** A library that may be read. Opaque outside this folder: SQL is spoken nowhere else. */
export interface ReadableDB {
  /** Where the database lies. */
  readonly path: string;
  readonly [CONNECTION]: Connection;
}

/** A library that may be written as well. */
export interface WritableDB extends ReadableDB {
  readonly [WRITABLE]: true;
}

/** How a prepared statement gives its rows. */
export type RowShape = 'objects' | 'arrays' | 'values';

export interface Connection {
  readonly sqlite: Sqlite.Database;
  /** Prepared once per text and shape: compiling a statement costs more than running most of ours. */
  readonly statements: Readonly<Record<RowShape, Map<string, Sqlite.Statement>>>;
  /** What else ends with the connection. */
  readonly onClose: (() => void)[];
}

export function readableHandle(path: string, sqlite: Sqlite.Database): ReadableDB {
  const statements: Connection['statements'] = { objects: new Map(), arrays: new Map(), values: new Map() };
  return { path, [CONNECTION]: { sqlite, statements, onClose: [] } };
}

export function writableHandle(path: string, sqlite: Sqlite.Database): WritableDB {
  return { ...readableHandle(path, sqlite), [WRITABLE]: true };
}

export function connectionOf(db: ReadableDB): Connection {
  return db[CONNECTION];
}

/** Has `end` called once the database is closed. */
export function closesWith<DB extends ReadableDB>(db: DB, end: () => void): DB {
  connectionOf(db).onClose.push(end);
  return db;
}

/** Closes the database; a second call does nothing. */
export function closeDatabase(db: ReadableDB): void {
  const { sqlite, statements, onClose } = connectionOf(db);
  for (const prepared of Object.values(statements)) prepared.clear();
  sqlite.close();
  for (const end of onClose.splice(0)) end();
}
