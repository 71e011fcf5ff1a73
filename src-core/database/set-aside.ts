import { existsSync, renameSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { SegueError } from '../contract/errors.ts';

/** A damaged database that was moved out of the way. */
export interface SetAside {
  /** Where the damaged file lies now. */
  readonly path: string;
  /** The folders it listed, as far as they could still be read: index them again to rebuild. */
  readonly folders: readonly string[];
}

/**
 * Renames a damaged database, with the files SQLite keeps beside it, to `NAME.corrupt-2026-11-30T120000Z`.
 * Nothing is deleted: a person, or a later tool, may still get something out of it.
 * @throws {SegueError} 'database-corrupt' when it cannot be moved
 */
export function setAside(path: string, nowMs: number): SetAside {
  const folders = salvageFolders(path);
  const target = freeName(`${path}.corrupt-${stamp(nowMs)}`);
  try {
    for (const suffix of ['-wal', '-shm', '']) {
      if (existsSync(path + suffix)) renameSync(path + suffix, target + suffix);
    }
  } catch (error) {
    throw new SegueError(
      'database-corrupt',
      `The library "${path}" is damaged and could not be moved aside. Move or delete it, then index again.`,
      { path, cause: error },
    );
  }
  return { path: target, folders };
}

function stamp(nowMs: number): string {
  return new Date(nowMs)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '');
}

function freeName(wanted: string): string {
  let name = wanted;
  for (let n = 2; existsSync(name); n++) name = `${wanted}-${n}`;
  return name;
}

function salvageFolders(path: string): string[] {
  let sqlite;
  try {
    sqlite = new Sqlite(path, { readonly: true, fileMustExist: true, timeout: 0 });
    return sqlite.prepare<[], string>('SELECT path FROM folders ORDER BY path').pluck().all();
  } catch {
    // Unreadable is what damaged databases are: whatever fails here, there is no list.
    return [];
  } finally {
    sqlite?.close();
  }
}
