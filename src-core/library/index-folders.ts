import { addFolder } from '../database/folders.ts';
import type { WritableDB } from '../database/handle.ts';
import { AnalysisPool } from './analysis-pool.ts';
import { analyseTracks } from './analyse-tracks.ts';
import { nodeFileSystem } from './file-system.ts';
import { findRoots } from './find-roots.ts';
import { IndexPace } from './index-pace.ts';
import { ProgressCounter } from './index-progress.ts';
import type { IndexRun } from './index-run.ts';
import type { IndexOptions, IndexSummary } from './index-types.ts';
import { PendingTracks } from './pending-tracks.ts';
import { ProbePool } from './probe-pool.ts';
import { scanLibrary } from './scan-library.ts';
import { isAbort } from './semaphore.ts';
import { countFailed } from './sweep-scan.ts';

/**
 * Brings the library up to date with folders: finds what is new, changed, moved or gone, and gives every track that
 * lacks it a curve. A file that fails is written down and the rest goes on. May be stopped, or killed, at any
 * moment; the next run carries on where this one was.
 *
 * @throws {SegueError} what concerns the whole run: 'database-locked', 'database-read-only', 'disk-full',
 *   'database-corrupt', 'database-failed', 'model-invalid', 'engine-unavailable'. What was committed stays.
 */
export async function indexFolders(
  db: WritableDB,
  folders: readonly string[],
  options: IndexOptions,
): Promise<IndexSummary> {
  const now = options.now ?? Date.now;
  const startedMs = now();
  const stop = new AbortController();
  const signal = options.signal === undefined ? stop.signal : AbortSignal.any([options.signal, stop.signal]);
  const run: IndexRun = {
    db,
    fileSystem: options.fileSystem ?? nodeFileSystem,
    modelVersion: options.modelVersion,
    retryFailed: options.retryFailed ?? false,
    signal,
    now: () => Math.round(now()),
    progress: new ProgressCounter(now, options.onProgress ?? (() => undefined)),
    pending: new PendingTracks(options.soonest),
    pace: options.pace ?? new IndexPace(),
    onTracksChanged: options.onTracksChanged ?? (() => undefined),
    onCurve: options.onCurve ?? (() => undefined),
    counts: { added: 0, updated: 0, moved: 0, unchanged: 0, missing: 0, analysed: 0 },
  };
  const probes = new ProbePool();
  const pool = new AnalysisPool(options.analysis);
  const onAbort = (): void => run.pending.close();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    const { roots, problems } = await findRoots(folders, run.fileSystem);
    for (const root of roots) addFolder(db, root, run.now());
    const scan = scanLibrary(run, probes, roots, problems).then(async () => {
      run.progress.scanEnded();
      run.pending.close();
      await probes.close();
    });
    // If one side fails for good, the other is stopped; its own end is waited for before anyone closes anything.
    const sides = [scan, analyseTracks(run, pool)].map((side) =>
      side.catch((error: unknown) => {
        stop.abort();
        throw error;
      }),
    );
    const ends = await Promise.allSettled(sides);
    for (const end of ends) {
      if (end.status === 'rejected' && !isAbort(end.reason)) throw end.reason as Error;
    }
    return {
      ...run.counts,
      failed: countFailed(run, [...roots, ...problems.map(({ path }) => path)]),
      seconds: Math.max(0, now() - startedMs) / 1000,
      interrupted: signal.aborted,
    };
  } finally {
    signal.removeEventListener('abort', onAbort);
    await Promise.all([probes.close(), pool.close()]);
  }
}
