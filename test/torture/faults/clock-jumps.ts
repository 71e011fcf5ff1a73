import { join } from 'node:path';
import { makeMusic, inspect, madeIn, makeLibrary } from '../library.ts';
import { backUpDaily } from '../../../src-core/service/backup/daily-backup.ts';
import { indexFolders } from '../../../src-core/library/index-folders.ts';
import { expectAll, type Fault } from '../round.ts';

const YEAR_MS = 31_557_600_000;

/** Whatever the clock says from one run to the next, files are known again and every day gets its backup. */
export const setClock: Fault = async (round) => {
  const [dbPath, music] = [join(round.folder, 'library.db'), join(round.folder, 'music')];
  makeLibrary(dbPath, 60, round);
  makeMusic(music, 20);
  const { found: made } = await inspect(dbPath, 1, madeIn);
  let nowMs = Date.UTC(2026, 10, 30);
  for (let run = 0; run < 6; run++) {
    const { found } = await inspect(dbPath, nowMs, (db) =>
      indexFolders(db, [music], {
        modelVersion: 'model-1',
        now: () => nowMs,
        analysis: {
          workers: 1,
          workerUrl: new URL('../../library/workers/quick-analysis.ts', import.meta.url),
          modelDirectory: 'model-1',
        },
      }),
    );
    const { unchanged, missing, failed } = found;
    if (run > 0 && (unchanged !== 20 || missing + failed > 0))
      throw new Error(`at ${nowMs}: not known again`);
    await backUpDaily(dbPath, nowMs);
    nowMs += (round.below(2) === 0 ? -1 : 1) * round.below(30) * YEAR_MS + 86_400_000;
  }
  if ((await backUpDaily(dbPath, Date.UTC(2099, 0, 1))) === null) throw new Error('a day without a backup');
  expectAll((await inspect(dbPath, nowMs, madeIn)).found, made, 'what was made');
  return undefined;
};
