import { closeDatabase, connectionOf, type ReadableDB } from '../handle.ts';
import { openReadable } from '../open-readable.ts';

/** Shows `read` a library as it is now for as long as it takes, whatever is written meanwhile. */
export async function readingOneMoment<T>(path: string, read: (db: ReadableDB) => Promise<T>): Promise<T> {
  const db = openReadable(path);
  try {
    connectionOf(db).sqlite.exec('BEGIN');
    return await read(db);
  } finally {
    closeDatabase(db);
  }
}
