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

export interface Connection {
  readonly sqlite: Sqlite.Database;
  /** Prepared once per text: compiling a statement costs more than running most of ours. */
  readonly statements: Map<string, Sqlite.Statement>;
}

export function readableHandle(path: string, sqlite: Sqlite.Database): ReadableDB {
  return { path, [CONNECTION]: { sqlite, statements: new Map() } };
}

export function writableHandle(path: string, sqlite: Sqlite.Database): WritableDB {
  return { ...readableHandle(path, sqlite), [WRITABLE]: true };
}

export function connectionOf(db: ReadableDB): Connection {
  return db[CONNECTION];
}

/** Closes the database; a second call does nothing. */
export function closeDatabase(db: ReadableDB): void {
  const { sqlite, statements } = connectionOf(db);
  statements.clear();
  sqlite.close();
}
