import { resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import { SegueError } from '../contract/errors.ts';
import { makeFolderOf } from './make-folder.ts';
import { toDatabaseError } from './sqlite-error.ts';

/** Keeps a library to one program. */
export interface InstanceLock {
  readonly release: () => void;
}

/**
 * Claims a library for this program, for as long as it runs: two that index it, or keep its queue, would undo each other's
 * work. Programs that only read need no claim. The claim is SQLite's lock on an empty database beside the library: the
 * system drops it with the process, however that ends, on every platform.
 *
 * @throws {SegueError} 'library-in-use' where another program has it; 'database-read-only', 'disk-full', 'database-failed'
 */
export function claimLibrary(path: string): InstanceLock {
  makeFolderOf(path);
  let sqlite: Sqlite.Database | undefined;
  try {
    sqlite = new Sqlite(`${resolve(path)}-lock`, { timeout: 0 });
    // Nothing is ever written, so that a journal would only be one more file.
    sqlite.pragma('journal_mode = MEMORY');
    sqlite.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    sqlite?.close();
    const typed = toDatabaseError(error, path);
    if (typed instanceof SegueError && typed.code === 'database-locked') throw inUse(path);
    throw typed;
  }
  const held = sqlite;
  return { release: () => held.close() };
}

function inUse(path: string): SegueError {
  return new SegueError(
    'library-in-use',
    `The library "${path}" is open in another Segue. Go on there, or close it first.`,
    { path },
  );
}
