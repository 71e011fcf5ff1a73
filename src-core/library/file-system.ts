import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';

/** What a scan reads of a file or folder, links followed. */
export interface FileFacts {
  readonly kind: 'file' | 'folder' | 'other';
  readonly sizeBytes: number;
  /** With the file system's fraction of a millisecond. */
  readonly mtimeMs: number;
  /** Device and inode: equal exactly where two paths lead to the same place. */
  readonly identity: string;
}

export interface FolderEntry {
  /** As bytes, since not every name is valid UTF-8. */
  readonly name: Uint8Array;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

/** The three questions that a scan asks; injected, so that tests can have drives that fail. */
export interface FileSystem {
  /** Sorted by name, for the same result on every machine. */
  readonly readFolder: (path: string) => Promise<FolderEntry[]>;
  readonly facts: (path: string) => Promise<FileFacts>;
  readonly realPath: (path: string) => Promise<string>;
}

export const nodeFileSystem: FileSystem = {
  async readFolder(path) {
    const entries = await readdir(path, { withFileTypes: true, encoding: 'buffer' });
    return entries
      .map((entry) => ({ name: entry.name, kind: entryKind(entry) }))
      .sort((a, b) => Buffer.compare(a.name, b.name));
  },

  async facts(path) {
    // bigint, since inodes of some file systems do not fit into a double
    const stats = await stat(path, { bigint: true });
    const kind = stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
    return {
      kind,
      sizeBytes: Number(stats.size),
      mtimeMs: toMilliseconds(stats.mtimeNs),
      identity: `${stats.dev}:${stats.ino}`,
    };
  },

  realPath: (path) => realpath(path),
};

/** Nanoseconds as milliseconds with a fraction: good to a quarter of a microsecond, and the same every time. */
export function toMilliseconds(nanoseconds: bigint): number {
  return Number(nanoseconds / 1_000_000n) + Number(nanoseconds % 1_000_000n) / 1e6;
}

function entryKind(entry: Dirent<Buffer>): FolderEntry['kind'] {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}
