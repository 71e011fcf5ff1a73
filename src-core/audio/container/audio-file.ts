import { constants, type BigIntStats } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { SegueError } from '../../contract/errors.ts';
import { fileError } from './file-error.ts';

/** Without it, opening a named pipe would wait for someone to write to it. Windows has no such flag, and no such pipes. */
const NO_WAIT = (constants.O_NONBLOCK as number | undefined) ?? 0;

/** A file open for reading at any position, which notices when it is written to meanwhile. */
export class AudioFile {
  readonly path: string;
  readonly size: number;
  readonly #handle: FileHandle;
  readonly #atStart: BigIntStats;

  private constructor(path: string, handle: FileHandle, atStart: BigIntStats) {
    this.path = path;
    this.size = Number(atStart.size);
    this.#handle = handle;
    this.#atStart = atStart;
  }

  /** Throws SegueError: 'not-found', 'permission-denied', 'not-a-file', 'empty-file', 'read-failed'. */
  static async open(path: string): Promise<AudioFile> {
    let handle: FileHandle | undefined;
    try {
      handle = await open(path, constants.O_RDONLY | NO_WAIT);
      const stats = await handle.stat({ bigint: true });
      if (!stats.isFile()) throw new SegueError('not-a-file', 'This is not a regular file.', { path });
      if (stats.size === 0n) throw new SegueError('empty-file', 'The file is empty (0 bytes).', { path });
      return new AudioFile(path, handle, stats);
    } catch (error) {
      await handle?.close();
      throw error instanceof SegueError ? error : fileError(error, path);
    }
  }

  /** The bytes from `position` on: `length` of them, fewer only where the file ends. Each call has its own buffer. */
  async readAt(position: number, length: number): Promise<Uint8Array> {
    const wanted = Math.max(0, Math.min(length, this.size - position));
    const bytes = Buffer.allocUnsafeSlow(wanted);
    let filled = 0;
    while (filled < wanted) {
      const { bytesRead } = await this.#read(bytes, filled, wanted - filled, position + filled);
      if (bytesRead === 0) throw this.#changed();
      filled += bytesRead;
    }
    return bytes;
  }

  /** Throws 'changed-while-reading' where the path no longer leads to what was opened, 'not-found' where to nothing. */
  async assertUnchanged(): Promise<void> {
    const now = await stat(this.path, { bigint: true }).catch((error: unknown) => {
      throw fileError(error, this.path);
    });
    const then = this.#atStart;
    if (now.size !== then.size || now.mtimeNs !== then.mtimeNs || now.ino !== then.ino) throw this.#changed();
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }

  async #read(into: Buffer, offset: number, length: number, position: number) {
    try {
      return await this.#handle.read(into, offset, length, position);
    } catch (error) {
      throw fileError(error, this.path);
    }
  }

  #changed(): SegueError {
    return new SegueError('changed-while-reading', 'The file changed while it was being read.', {
      path: this.path,
    });
  }
}
