import { writeSync } from 'node:fs';
import { closeDatabase } from '../../../src-core/database/handle.ts';
import { indexFolders } from '../../../src-core/library/index-folders.ts';
import { toSegueError } from '../../../src-core/contract/errors.ts';
import { openLibrary } from '../../../src-core/service/open-library.ts';

/**
 * An index run as a program of its own: `index.ts DATABASE FOLDER [SECONDS-A-FILE]`. A dot per step, then a line of JSON: what was found,
 * or the code of the failure.
 */
const [dbPath, folder, limitSeconds = '120'] = process.argv.slice(2);
try {
  const { db } = await openLibrary({ dbPath, nowMs: Date.now(), onNotice: () => undefined });
  try {
    const summary = await indexFolders(db, [folder], {
      modelVersion: 'model-1',
      analysis: {
        workers: 2,
        workerUrl: new URL('../../library/workers/quick-analysis.ts', import.meta.url),
        modelDirectory: 'model-1',
        timeLimitSeconds: () => Number(limitSeconds),
        heapLimitMb: 32,
      },
      // Not process.stdout, which may hold steps back that the killer waits for.
      onProgress: () => writeSync(1, '.'),
    });
    writeSync(1, `\n${JSON.stringify(summary)}\n`);
  } finally {
    closeDatabase(db);
  }
} catch (error) {
  const { code, message } = toSegueError(error);
  writeSync(1, `\n${JSON.stringify({ code, message })}\n`);
}
