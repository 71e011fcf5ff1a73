import { createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { BackupFile } from '../../contract/api/index.ts';
import { SegueError, systemCodeOf } from '../../contract/errors.ts';
import { readingOneMoment } from '../../database/backup/reading-one-moment.ts';
import { readRecords, type Extent } from '../../database/backup/read-records.ts';
import { BACKUP_FORMAT } from '../../database/backup/records.ts';
import { toFileError } from '../../library/file-error.ts';
import { UNFINISHED } from './backup-files.ts';
import { FORMAT_NAME } from './backup-lines.ts';

/**
 * Writes everything a person has made in a library to a new file, as it is at one moment; others may go on writing the
 * library meanwhile. The file appears when it is whole. The format is told by `database/backup/records.ts`.
 *
 * @throws {SegueError} 'usage' where there is such a file already; 'disk-full', 'permission-denied', 'read-failed', and
 *   what opening a library for reading throws
 */
export async function writeBackup(
  dbPath: string,
  path: string,
  { extent, nowMs }: { readonly extent: Extent; readonly nowMs: number },
): Promise<BackupFile> {
  if (existsSync(path)) {
    throw new SegueError('usage', `"${path}" is there already: choose another name.`, { path });
  }
  const unfinished = path + UNFINISHED;
  try {
    await readingOneMoment(dbPath, async (db) => {
      const lines = Readable.from(chunked(linesOf(readRecords(db, extent), nowMs)));
      await pipeline(lines, createGzip(), createWriteStream(unfinished, { mode: 0o600 }));
    });
    const sizeBytes = await onDisk(unfinished);
    await rename(unfinished, path);
    return { path, sizeBytes, createdAtMs: nowMs };
  } catch (error) {
    throw toWriteError(error, path);
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** @returns how many bytes a power cut would leave of it by now: all */
async function onDisk(path: string): Promise<number> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}

function toWriteError(error: unknown, path: string): SegueError {
  if (error instanceof SegueError) return error;
  const code = systemCodeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') {
    const message = `There is no room for "${path}": free some space and try again. Nothing was changed.`;
    return new SegueError('disk-full', message, { path, cause: error });
  }
  const { code: meaning, message } = toFileError(error, path);
  return new SegueError(meaning, `"${path}" cannot be written. ${message}`, { path, cause: error });
}

function* linesOf(records: Iterable<object>, createdAtMs: number): Generator<string> {
  yield JSON.stringify({ format: FORMAT_NAME, version: BACKUP_FORMAT, createdAtMs });
  let count = 0;
  for (const record of records) {
    yield JSON.stringify(record);
    count++;
  }
  yield JSON.stringify({ kind: 'end', records: count });
}

const CHUNK_CHARACTERS = 64 * 1024;

/** A stream hands on each piece by itself, which for single lines would take longer than to read them. */
function* chunked(lines: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const line of lines) {
    chunk += `${line}\n`;
    if (chunk.length < CHUNK_CHARACTERS) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}
