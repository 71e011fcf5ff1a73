import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import type { FileContent } from '../database/tracks.ts';
import { SegueError } from '../contract/errors.ts';
import { toFileError } from './file-error.ts';
import { toMilliseconds } from './file-system.ts';

const BLOCK_BYTES = 64 * 1024;

/**
 * Identifies a file by its content: its size and 64 KiB from its start, middle and end (all of a small file).
 * Two files of equal fingerprints count as the same music. Reading the whole of every file would take as long as
 * analysing it; a change that keeps the size and spares all three blocks goes unseen.
 *
 * @throws {SegueError} 'empty-file', 'changed-while-reading', 'not-found', 'permission-denied', 'not-a-file', 'read-failed'
 */
export async function fingerprintFile(path: string): Promise<FileContent> {
  let file;
  try {
    file = await open(path, 'r');
  } catch (error) {
    throw toFileError(error, path);
  }
  try {
    const before = await file.stat({ bigint: true });
    if (before.size === 0n) throw new SegueError('empty-file', 'The file is empty.', { path });
    const fingerprint = await digest(file, Number(before.size), path);
    const after = await file.stat({ bigint: true });
    if (before.size !== after.size || before.mtimeNs !== after.mtimeNs) throw changed(path);
    return { path, sizeBytes: Number(after.size), mtimeMs: toMilliseconds(after.mtimeNs), fingerprint };
  } catch (error) {
    throw toFileError(error, path);
  } finally {
    await file.close();
  }
}

/** 128 bits of SHA-256, in hex. */
async function digest(file: FileHandle, sizeBytes: number, path: string): Promise<string> {
  const hash = createHash('sha256').update(`${sizeBytes}\n`);
  const block = Buffer.alloc(Math.min(BLOCK_BYTES * 3, sizeBytes));
  for (const { from, length } of blocksOf(sizeBytes)) {
    const { bytesRead } = await file.read(block, 0, length, from);
    if (bytesRead < length) throw changed(path);
    hash.update(block.subarray(0, length));
  }
  return hash.digest('hex').slice(0, 32);
}

function blocksOf(sizeBytes: number): { from: number; length: number }[] {
  if (sizeBytes <= BLOCK_BYTES * 3) return [{ from: 0, length: sizeBytes }];
  const middle = Math.floor((sizeBytes - BLOCK_BYTES) / 2);
  return [0, middle, sizeBytes - BLOCK_BYTES].map((from) => ({ from, length: BLOCK_BYTES }));
}

function changed(path: string): SegueError {
  const message = 'It changed while it was being read: the next index run tries again.';
  return new SegueError('changed-while-reading', message, { path });
}
