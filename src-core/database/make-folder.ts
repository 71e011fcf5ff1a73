import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { toDatabaseFileError } from './sqlite-error.ts';

/**
 * Makes the folder that a library lies in, where there is none yet: for its owner alone, since it tells what somebody
 * listens to.
 * @throws {SegueError} 'disk-full', 'database-read-only', 'database-failed'
 */
export function makeFolderOf(databasePath: string): void {
  try {
    mkdirSync(dirname(databasePath), { recursive: true, mode: 0o700 });
  } catch (error) {
    throw toDatabaseFileError(error, databasePath);
  }
}
