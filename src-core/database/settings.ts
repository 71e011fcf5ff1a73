import type { ReadableDB, WritableDB } from './handle.ts';
import { get, run } from './statement.ts';

/** The value stored under a key, as JSON gave it back; undefined where there is none. Check it before use. */
export function getSetting(db: ReadableDB, key: string): unknown {
  const row = get<{ value: string }>(db, 'SELECT value FROM settings WHERE key = ?', key);
  return row === undefined ? undefined : JSON.parse(row.value);
}

/** Stores a JSON value; undefined removes the key. */
export function setSetting(db: WritableDB, key: string, value: unknown): void {
  if (value === undefined) run(db, 'DELETE FROM settings WHERE key = ?', key);
  else run(db, 'INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)', key, JSON.stringify(value));
}
