import { messageOf, SegueError, systemCodeOf, type ErrorCode } from '../contract/errors.ts';

/**
 * What SQLite's result codes mean to a person (https://www.sqlite.org/rescode.html). The first prefix that
 * fits counts, so extended codes that differ from their family come first.
 */
const MEANINGS: readonly (readonly [prefix: string, code: ErrorCode, sentence: (path: string) => string])[] =
  [
    ['SQLITE_FULL', 'disk-full', diskFull],
    // growing the shared-memory file is what fails first on some full disks
    ['SQLITE_IOERR_SHMSIZE', 'disk-full', diskFull],
    ['SQLITE_BUSY', 'database-locked', locked],
    ['SQLITE_LOCKED', 'database-locked', locked],
    ['SQLITE_READONLY', 'database-read-only', readOnly],
    ['SQLITE_PERM', 'database-read-only', readOnly],
    ['SQLITE_CANTOPEN', 'database-read-only', cannotOpen],
    ['SQLITE_CORRUPT', 'database-corrupt', corrupt],
    ['SQLITE_NOTADB', 'database-corrupt', corrupt],
  ];

function diskFull(path: string): string {
  return `The disk that holds the library "${path}" is full. Free some space and try again; what was saved is safe.`;
}
function locked(path: string): string {
  return `The library "${path}" is being written by another program. Try again when that has finished.`;
}
function readOnly(path: string): string {
  return `The library "${path}" cannot be written: the file or its folder is read-only.`;
}
function cannotOpen(path: string): string {
  return `The library "${path}" could not be opened: check that it is a file and that its folder may be written.`;
}
function corrupt(path: string): string {
  return `The library "${path}" is damaged. Indexing sets it aside and builds a new one from the files.`;
}

/** For damage that is seen without asking SQLite. */
export function damagedDatabase(path: string): SegueError {
  return new SegueError('database-corrupt', corrupt(path), { path });
}

/** A failure of SQLite, or of the file system below it, as a SegueError; others pass through unchanged. */
export function toDatabaseError(error: unknown, path: string): unknown {
  const sqliteCode = systemCodeOf(error);
  if (error instanceof SegueError || sqliteCode === undefined) return error;
  const meaning = MEANINGS.find(([prefix]) => sqliteCode.startsWith(prefix));
  if (meaning !== undefined) return new SegueError(meaning[1], meaning[2](path), { path, cause: error });
  if (!sqliteCode.startsWith('SQLITE_')) return error;
  return new SegueError('database-failed', `The library "${path}" failed: ${messageOf(error)}.`, {
    path,
    cause: error,
  });
}

/** The same for a failed call to the file system while opening, moving or creating the database. */
export function toDatabaseFileError(error: unknown, path: string): unknown {
  if (error instanceof SegueError) return error;
  const code = systemCodeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new SegueError('disk-full', diskFull(path), { path, cause: error });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new SegueError('database-read-only', readOnly(path), { path, cause: error });
  }
  return new SegueError('database-failed', `The library "${path}" cannot be opened: ${messageOf(error)}.`, {
    path,
    cause: error,
  });
}
