import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { closeDatabase, type WritableDB } from '../../src-core/database/handle.ts';
import { openDatabase } from '../../src-core/database/open-database.ts';
import { indexFolders } from '../../src-core/library/index-folders.ts';
import type { IndexOptions, IndexSummary } from '../../src-core/library/index-types.ts';
import { makeFolder } from '../support/make-folder.ts';

export const QUICK_WORKER = new URL('./workers/quick-analysis.ts', import.meta.url);

/** A music folder, a library beside it, and a log of the curves that were computed. */
export class TestLibrary {
  readonly folder = makeFolder();
  readonly databasePath: string;
  readonly db: WritableDB;
  readonly #log: string;

  constructor() {
    const beside = makeFolder();
    this.databasePath = join(beside, 'library.db');
    this.#log = join(beside, 'computed.log');
    process.env.SEGUE_TEST_LOG = this.#log;
    this.db = openDatabase(this.databasePath).db;
    onTestFinished(() => closeDatabase(this.db));
  }

  /** Indexes with two real worker threads and the stand-in analysis. */
  index(options: Partial<IndexOptions> & { folders?: readonly string[] } = {}): Promise<IndexSummary> {
    const modelVersion = options.modelVersion ?? 'model-1';
    const { folders = [this.folder], ...rest } = options;
    return indexFolders(this.db, folders, {
      ...rest,
      modelVersion,
      analysis: { workers: 2, workerUrl: QUICK_WORKER, modelDirectory: modelVersion, ...options.analysis },
    });
  }

  /** Paths in the order in which their curves were computed, in this and earlier runs. */
  computed(): string[] {
    return existsSync(this.#log) ? readFileSync(this.#log, 'utf8').split('\n').slice(0, -1) : [];
  }
}
