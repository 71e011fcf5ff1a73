import { closeDatabase, type ReadableDB } from '../database/handle.ts';
import { libraryStatus, type LibraryStatus } from '../database/library-status.ts';
import { openReadable } from '../database/open-readable.ts';
import { listProblems, type Problem } from '../database/outcomes.ts';
import { defaultDatabasePath } from './data-folder.ts';

export type { LibraryStatus, Problem };

/**
 * Opens a library for as long as `read` takes.
 * @param path undefined for the platform's own library
 */
export function readingLibrary<T>(path: string | undefined, read: (db: ReadableDB) => T): T {
  const db = openReadable(path ?? defaultDatabasePath());
  try {
    return read(db);
  } finally {
    closeDatabase(db);
  }
}

/** The library in figures. */
export function readStatus(path: string | undefined): LibraryStatus {
  return readingLibrary(path, libraryStatus);
}

/** Every file that is skipped or failed as things stand, with the reason. */
export function readProblems(path: string | undefined): Problem[] {
  return readingLibrary(path, listProblems);
}
