import { SegueError } from '../contract/errors.ts';
import { firstPlayablePath } from '../database/first-track.ts';
import { listFolders } from '../database/folders.ts';
import { closeDatabase, type ReadableDB } from '../database/handle.ts';
import { libraryStatus, type LibraryStatus } from '../database/library-status.ts';
import { openReadable } from '../database/open-readable.ts';
import { listProblems, type Problem } from '../database/outcomes.ts';
import { defaultDatabasePath } from './data-folder.ts';
import { realPath } from './real-path.ts';

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

/** The folders that a library knows; none where there is no library yet. */
export function readFolders(path: string | undefined): string[] {
  try {
    return readingLibrary(path, listFolders).map((folder) => folder.path);
  } catch (error) {
    if (error instanceof SegueError && error.code === 'not-found') return [];
    throw error;
  }
}

/** The path of the first track below any of the folders, in their order, that can be lined up from. */
export function firstTrackBelow(path: string | undefined, folders: readonly string[]): string | null {
  return readingLibrary(path, (db) => {
    for (const folder of folders) {
      const found = firstPlayablePath(db, realPath(folder));
      if (found !== null) return found;
    }
    return null;
  });
}
