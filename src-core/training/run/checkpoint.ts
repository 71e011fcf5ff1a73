import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { systemCodeOf, toSegueError } from '../../contract/errors.ts';

interface Envelope<T> {
  readonly key: string;
  readonly state: T;
}

/** Where one fit keeps its state between epochs, so that a killed run can go on where it stood. */
export interface Checkpoint<T> {
  /** The state saved last, or null where there is none or it belongs to other settings. */
  load: () => Promise<T | null>;
  /** Replaces the saved state in one step: a kill at any moment leaves the old state or the new one. */
  save: (state: T) => Promise<void>;
}

/**
 * A checkpoint in one file.
 * @param key describes everything that shapes the fit; a state saved under another key is not loaded
 */
async function openCheckpoint<T>(path: string, key: string): Promise<Checkpoint<T>> {
  await mkdir(dirname(path), { recursive: true });
  return {
    load: async () => {
      try {
        const envelope = deserialize(await readFile(path)) as Envelope<T>;
        return envelope.key === key ? envelope.state : null;
      } catch (error) {
        if (systemCodeOf(error) === 'ENOENT') return null;
        throw toSegueError(error, 'read-failed', path);
      }
    },
    save: async (state) => {
      const partial = `${path}.partial`;
      await writeFile(partial, serialize({ key, state } satisfies Envelope<T>));
      await rename(partial, path);
    },
  };
}

/** Opens the checkpoint of one fit of a run, by the fit's name. */
export type OpenCheckpoint<T> = (name: string, key: string) => Promise<Checkpoint<T>>;

/** Forgets the checkpoints of runs by name. */
export async function forgetCheckpoints(cacheFolder: string, runs: readonly string[]): Promise<void> {
  for (const run of runs) await rm(checkpointFolder(cacheFolder, run), { recursive: true, force: true });
}

/** Where a run of that name keeps its checkpoints. */
export function checkpointFolder(cacheFolder: string, run: string): string {
  return join(cacheFolder, 'checkpoints', run);
}

/** Checkpoints of a run, one file each in `folder`. */
export function checkpointsIn<T>(folder: string): OpenCheckpoint<T> {
  return (name, key) => openCheckpoint(join(folder, `${name.replaceAll(/[^a-z0-9]+/g, '-')}.bin`), key);
}
