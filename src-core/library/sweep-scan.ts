import { countFailedBelow, clearOutcome, listProblemsBelow } from '../database/outcomes.ts';
import { markFolderScanned } from '../database/folders.ts';
import { eachTrackBelow, setMissing } from '../database/scan-lookup.ts';
import { inTransaction } from '../database/statement.ts';
import { dropUnusedAlbums } from '../database/albums.ts';
import { dropUnusedArt } from '../database/art.ts';
import type { IndexRun } from './index-run.ts';
import type { ScanRecord } from './scan-record.ts';

/** After a complete walk: marks tracks whose files are gone and forgets problems that have been put right. */
export function sweepScan(run: IndexRun, scan: ScanRecord, roots: readonly string[]): void {
  inTransaction(run.db, () => {
    for (const root of roots) {
      const gone: number[] = [];
      eachTrackBelow(run.db, root, (id, path, missingSinceMs) => {
        if (scan.hasSeen(id) || scan.isHidden(path)) return;
        run.counts.missing++;
        if (missingSinceMs === null) gone.push(id);
      });
      for (const id of gone) setMissing(run.db, id, run.now());
      forgetSolvedProblems(run, scan, root);
      markFolderScanned(run.db, root, run.now());
    }
    dropUnusedArt(run.db);
    dropUnusedAlbums(run.db);
  });
}

function forgetSolvedProblems(run: IndexRun, scan: ScanRecord, root: string): void {
  for (const { path, trackId } of listProblemsBelow(run.db, root)) {
    const isNews = scan.problemPaths.has(path) || scan.isHidden(path);
    // Problems of tracks are those of their analysis and end with it.
    if (trackId === null && !isNews) clearOutcome(run.db, path);
  }
}

/** Files and folders of these folders that cannot be used as things stand. */
export function countFailed(run: IndexRun, folders: readonly string[]): number {
  return folders.reduce((sum, folder) => sum + countFailedBelow(run.db, folder), 0);
}
