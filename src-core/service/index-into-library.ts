import { closeDatabase } from '../database/handle.ts';
import { loadClipModel, shippedModel } from '../emotion/models.ts';
import { indexFolders } from '../library/index-folders.ts';
import type { IndexProgress, IndexSummary } from '../library/index-types.ts';
import { engineNotice } from './engine-notice.ts';
import { openLibrary } from './open-library.ts';

export type { IndexProgress, IndexSummary };

export interface IndexIntoOptions {
  /** Undefined for the platform's own library. */
  readonly dbPath: string | undefined;
  readonly workers: number | undefined;
  /** Also try files again that have failed and not changed since. */
  readonly retryFailed: boolean;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: IndexProgress) => void;
  /** Told in a line where something is not as wished but nothing failed. */
  readonly onNotice: (line: string) => void;
}

/**
 * Brings a library up to date with folders, making the library where there is none yet.
 * @throws {SegueError} what concerns the whole run; single files that fail are counted and kept with their reason
 */
export async function indexIntoLibrary(
  folders: readonly string[],
  options: IndexIntoOptions,
): Promise<IndexSummary> {
  const engine = await engineNotice();
  if (engine !== null) options.onNotice(engine);
  const { version: modelVersion } = await loadClipModel(shippedModel('clip'));
  const { dbPath, onNotice } = options;
  const { db, foldersToFill } = await openLibrary({ dbPath, nowMs: Date.now(), onNotice });
  try {
    // A library that starts anew gets back every folder that the damaged one knew.
    return await indexFolders(db, [...folders, ...foldersToFill], {
      modelVersion,
      retryFailed: options.retryFailed,
      signal: options.signal,
      onProgress: options.onProgress,
      ...(options.workers === undefined ? {} : { analysis: { workers: options.workers } }),
    });
  } finally {
    closeDatabase(db);
  }
}
