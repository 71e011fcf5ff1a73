import { SegueError, toSegueError, type ErrorCode } from '../contract/errors.ts';
import type { TrackAnalysis } from '../contract/analysis.ts';
import { putAnalysis, takeOverAnalysis } from '../database/curves.ts';
import { recordProblem, recordSuccess } from '../database/outcomes.ts';
import { inTransaction } from '../database/statement.ts';
import { getTrack, type Track } from '../database/tracks.ts';
import type { AnalysisPool } from './analysis-pool.ts';
import { toFileError } from './file-error.ts';
import type { IndexRun } from './index-run.ts';
import { isAbort } from './semaphore.ts';

/** Failures that every file would share: they end the run instead of being written down for each. */
const FATAL: ReadonlySet<ErrorCode> = new Set(['model-invalid', 'engine-unavailable']);

/**
 * Gives the pending tracks their curves, as many at a time as the pool has workers, until the queue is closed and
 * empty or the run is stopped. Each result is committed as it arrives, so a run that is killed loses what is in
 * flight and no more.
 */
export async function analyseTracks(run: IndexRun, pool: AnalysisPool): Promise<void> {
  const inFlight = new Map<string, Promise<void>>();
  const worker = async (): Promise<void> => {
    for (;;) {
      const endTurn = await run.pace.turn(run.signal);
      try {
        const next = await run.pending.next();
        if (next === undefined || run.signal.aborted) return;
        const track = getTrack(run.db, next.trackId);
        if (track !== undefined) {
          // Of two copies one is analysed, the other waits for its curve.
          await inFlight.get(track.fingerprint);
          await analyseOnce(run, pool, track, inFlight);
        }
        if (isStopped(run)) return;
        run.progress.fileDone(next.sizeBytes);
      } finally {
        endTurn();
      }
    }
  };
  await Promise.all(Array.from({ length: pool.workers }, worker));
}

function isStopped(run: IndexRun): boolean {
  return run.signal.aborted;
}

async function analyseOnce(
  run: IndexRun,
  pool: AnalysisPool,
  track: Track,
  inFlight: Map<string, Promise<void>>,
): Promise<void> {
  if (takeOverAnalysis(run.db, track.id, track.fingerprint, run.modelVersion)) {
    recordSuccess(run.db, track.path, track.id, run.now());
    run.onCurve(track.id);
    return;
  }
  const work = analyse(run, pool, track);
  const settled = work.then(
    () => undefined,
    () => undefined,
  );
  inFlight.set(track.fingerprint, settled);
  try {
    await work;
  } finally {
    if (inFlight.get(track.fingerprint) === settled) inFlight.delete(track.fingerprint);
  }
}

async function analyse(run: IndexRun, pool: AnalysisPool, track: Track): Promise<void> {
  run.progress.fileStarted(track.path);
  let analysis: TrackAnalysis;
  try {
    analysis = await pool.analyse(track.path, { durationSeconds: track.durationSeconds, signal: run.signal });
    mustBeOfModel(run, analysis);
    await mustBeUnchanged(run, track);
  } catch (error) {
    if (isAbort(error)) return;
    const { code, message } = toSegueError(error, 'internal', track.path);
    if (FATAL.has(code)) throw error;
    const problem = { path: track.path, trackId: track.id, outcome: 'failed', code, message } as const;
    recordProblem(run.db, problem, run.now());
    return;
  }
  inTransaction(run.db, () => {
    putAnalysis(run.db, track.id, track.fingerprint, analysis, run.now());
    recordSuccess(run.db, track.path, track.id, run.now());
  });
  run.counts.analysed++;
  run.onCurve(track.id);
}

/** Curves under another version than the run's would be computed anew each time. */
function mustBeOfModel(run: IndexRun, { modelVersion }: TrackAnalysis): void {
  if (modelVersion === run.modelVersion) return;
  throw new SegueError('model-invalid', 'The model was replaced while it was in use: index again.');
}

/** A curve must belong to the content that the track stands for. */
async function mustBeUnchanged(run: IndexRun, track: Track): Promise<void> {
  let facts;
  try {
    facts = await run.fileSystem.facts(track.path);
  } catch (error) {
    throw toFileError(error, track.path);
  }
  if (facts.sizeBytes === track.sizeBytes && facts.mtimeMs === track.mtimeMs) return;
  const message = 'It changed while it was being read: the next index run tries again.';
  throw new SegueError('changed-while-reading', message, { path: track.path });
}
