import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { SegueError, systemCodeOf } from '../contract/errors.ts';
import { toDatabaseFileError } from './sqlite-error.ts';

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';

/** What the first page says, read without SQLite so that nothing beside the file is created or changed. */
export type DatabaseHeader =
  | { readonly kind: 'absent' | 'empty' | 'not-sqlite' }
  | { readonly kind: 'sqlite'; readonly userVersion: number; readonly applicationId: number };

/** Offsets as in https://www.sqlite.org/fileformat2.html#the_database_header */
export function peekHeader(path: string): DatabaseHeader {
  const header = Buffer.alloc(HEADER_BYTES);
  const length = readStart(path, header);
  if (length === null) return { kind: 'absent' };
  if (length === 0) return { kind: 'empty' };
  if (length < HEADER_BYTES || header.toString('latin1', 0, MAGIC.length) !== MAGIC)
    return { kind: 'not-sqlite' };
  return { kind: 'sqlite', userVersion: header.readInt32BE(60), applicationId: header.readInt32BE(68) };
}

function readStart(path: string, into: Buffer): number | null {
  let file;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return null;
    throw toDatabaseFileError(error, path);
  }
  try {
    if (!fstatSync(file).isFile()) {
      throw new SegueError('database-failed', `"${path}" is not a file: the library needs one of its own.`, {
        path,
      });
    }
    return readSync(file, into, 0, into.length, 0);
  } catch (error) {
    throw toDatabaseFileError(error, path);
  } finally {
    closeSync(file);
  }
}
