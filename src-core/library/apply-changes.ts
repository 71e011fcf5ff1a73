import { putArt } from '../database/art.ts';
import { clearOutcome } from '../database/outcomes.ts';
import { getKnownFile, type KnownFile } from '../database/scan-lookup.ts';
import { inTransaction } from '../database/statement.ts';
import { insertTrack, updateTrack, vacatePath } from '../database/tracks.ts';
import { lacksCurve, queueForAnalysis, type IndexRun } from './index-run.ts';
import type { ProbedFile } from './probe-file.ts';
import type { Verdict } from './resolve-changes.ts';

export interface JudgedFile {
  readonly probed: ProbedFile;
  readonly verdict: Verdict;
}

/**
 * Writes what became of changed files, all in one transaction, and queues those that need a curve.
 * @returns the ids of their tracks
 */
export function applyChanges(run: IndexRun, files: readonly JudgedFile[]): number[] {
  const ids = inTransaction(run.db, () => {
    const before = files.map(({ verdict }) =>
      verdict.kind === 'added' ? undefined : getKnownFile(run.db, verdict.trackId),
    );
    // Tracks may trade paths, of which no two may be equal even for a moment.
    files.forEach(({ verdict }, i) => {
      if (verdict.kind !== 'moved') return;
      vacatePath(run.db, verdict.trackId);
      if (before[i] !== undefined) clearOutcome(run.db, before[i].path);
    });
    return files.map((file, i) => write(run, file, before[i]));
  });
  for (const id of ids) {
    const known = getKnownFile(run.db, id);
    if (known !== undefined && lacksCurve(known, run)) {
      queueForAnalysis(run, { trackId: id, sizeBytes: known.sizeBytes });
    }
  }
  return ids;
}

function write(run: IndexRun, { probed, verdict }: JudgedFile, before: KnownFile | undefined): number {
  const artId = probed.art === null ? null : putArt(run.db, probed.art);
  const track = { ...probed.content, ...probed.tags, artId };
  clearOutcome(run.db, track.path);
  if (verdict.kind === 'added') {
    run.counts.added++;
    return insertTrack(run.db, track, run.now());
  }
  updateTrack(run.db, verdict.trackId, track);
  if (verdict.kind === 'moved') run.counts.moved++;
  else if (verdict.kind === 'updated' || before?.missingSinceMs !== null) run.counts.updated++;
  else run.counts.unchanged++;
  return verdict.trackId;
}
