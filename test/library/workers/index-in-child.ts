import { writeSync } from 'node:fs';
import { openDatabase } from '../../../src-core/database/open-database.ts';
import { indexFolders } from '../../../src-core/library/index-folders.ts';

/** A whole index run as a program of its own, to be killed: `index-in-child.ts DATABASE FOLDER`. A byte per step. */
const [databasePath, folder] = process.argv.slice(2);
const { db } = openDatabase(databasePath);
await indexFolders(db, [folder], {
  modelVersion: 'model-1',
  analysis: {
    workers: 2,
    workerUrl: new URL('./quick-analysis.ts', import.meta.url),
    modelDirectory: 'model-1',
  },
  // Not process.stdout, which may hold steps back that the killer waits for.
  onProgress: () => writeSync(1, '.'),
});
