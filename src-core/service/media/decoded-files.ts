import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DecodedFile } from './decoded-file.ts';

/** About three hours of stereo. Disk rather than memory, so that a long file costs the process nothing. */
const BUDGET_BYTES = 2 * 1024 ** 3;
/** The deck that plays and the one that comes next are never given up for others. */
const ALWAYS_KEPT = 2;

/** Files that had to be decoded, kept for seeking and for hearing again; the ones not asked for longest are let go. */
export class DecodedFiles {
  /** In the order in which they were last asked for. */
  readonly #files = new Map<string, DecodedFile>();
  readonly #folder: string;
  readonly #leftovers: Promise<void>;
  #count = 0;

  /**
   * @param folder absolute path of one that no other program uses at the same time; made when it is first wanted. What a
   *   program that was killed has left there is removed.
   */
  constructor(folder: string) {
    this.#folder = folder;
    this.#leftovers = remove(folder);
  }

  /** @param key names the content: another for another content at the same path */
  async get(key: string, path: string, channels: number | null): Promise<DecodedFile> {
    await this.#leftovers;
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    let file = this.#files.get(key);
    this.#files.delete(key);
    file ??= new DecodedFile({ path, outPath: join(this.#folder, `${this.#count++}.pcm`), channels });
    this.#files.set(key, file);
    await this.#letGo();
    return file;
  }

  /** Forgets one that failed, so that it is tried anew when asked for again. */
  async forget(key: string, file: DecodedFile): Promise<void> {
    if (this.#files.get(key) === file) this.#files.delete(key);
    await file.discard();
  }

  async close(): Promise<void> {
    await Promise.all([...this.#files.values()].map((file) => file.discard()));
    this.#files.clear();
    await remove(this.#folder);
  }

  async #letGo(): Promise<void> {
    let total = [...this.#files.values()].reduce((sum, { writtenBytes }) => sum + writtenBytes, 0);
    for (const [key, file] of this.#files) {
      if (total <= BUDGET_BYTES || this.#files.size <= ALWAYS_KEPT) return;
      total -= file.writtenBytes;
      this.#files.delete(key);
      await file.discard();
    }
  }
}

/** With all that is in it. Where that cannot be done now, the next start tries again. */
function remove(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true }).catch(() => undefined);
}
