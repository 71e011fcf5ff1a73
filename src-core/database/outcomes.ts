import type { ErrorCode, ErrorReport } from '../contract/errors.ts';
import type { ReadableDB, WritableDB } from './handle.ts';
import { pathsBelow } from './path-range.ts';
import { all, get, run } from './statement.ts';

export type Outcome = 'ok' | 'skipped' | 'failed';

/** A path that a scan could not make use of, and why. */
export interface Problem extends ErrorReport {
  readonly path: string;
  readonly trackId: number | null;
  readonly outcome: Exclude<Outcome, 'ok'>;
  readonly atMs: number;
}

/** Notes that a track was analysed. */
export function recordSuccess(db: WritableDB, path: string, trackId: number, nowMs: number): void {
  record(db, { path, trackId, outcome: 'ok', code: null, message: null, nowMs });
}

/** Notes why a file or folder was skipped or failed, in place of an earlier outcome. */
export function recordProblem(
  db: WritableDB,
  problem: {
    readonly path: string;
    readonly trackId?: number | undefined;
    readonly outcome: Exclude<Outcome, 'ok'>;
    readonly code: ErrorCode;
    readonly message: string;
  },
  nowMs: number,
): void {
  const { path, outcome, code, message } = problem;
  record(db, { path, trackId: problem.trackId ?? null, outcome, code, message, nowMs });
}

function record(db: WritableDB, row: Record<string, string | number | null>): void {
  run(
    db,
    `INSERT OR REPLACE INTO scan_outcomes (path, track_id, outcome, code, message, at_ms)
     VALUES (@path, @trackId, @outcome, @code, @message, @nowMs)`,
    row,
  );
}

/** Forgets the outcome of a path, since what is there has changed or gone. */
export function clearOutcome(db: WritableDB, path: string): void {
  run(db, 'DELETE FROM scan_outcomes WHERE path = ?', path);
}

/** Forgets that tracks could not be played: they may be, by now. */
export function clearPlaybackFailures(db: WritableDB): void {
  run(db, "DELETE FROM scan_outcomes WHERE outcome = 'failed' AND code = 'playback-failed'");
}

const PROBLEMS = `SELECT o.path, o.track_id AS trackId, o.outcome, o.code, o.message, o.at_ms AS atMs
  FROM scan_outcomes o LEFT JOIN tracks t ON t.id = o.track_id
  WHERE o.outcome <> 'ok' AND t.missing_since_ms IS NULL`;

/** Everything that is skipped or failed as things stand, by path. Tracks that are missing are left out. */
export function listProblems(db: ReadableDB): Problem[] {
  return all<Problem>(db, `${PROBLEMS} ORDER BY o.path`);
}

/** The same for a folder and what lies below it. */
export function listProblemsBelow(db: ReadableDB, folder: string): Problem[] {
  const bounds = pathsBelow(folder);
  const sql = `${PROBLEMS} AND (o.path = @folder OR (o.path >= @from AND o.path < @to)) ORDER BY o.path`;
  return all<Problem>(db, sql, { ...bounds, folder });
}

/** One page of all problems, and how many there are. */
export function pageOfProblems(
  db: ReadableDB,
  offset: number,
  limit: number,
): { total: number; items: Problem[] } {
  const { total } = get<{ total: number }>(db, `SELECT count(*) AS total FROM (${PROBLEMS})`)!;
  return { total, items: all<Problem>(db, `${PROBLEMS} ORDER BY o.path LIMIT ? OFFSET ?`, limit, offset) };
}

/** What is wrong with a file, as things stood when it was last looked at. */
export function findProblem(db: ReadableDB, path: string): Problem | undefined {
  return get<Problem>(db, `${PROBLEMS} AND o.path = ?`, path);
}

export function countFailedBelow(db: ReadableDB, folder: string): number {
  const bounds = pathsBelow(folder);
  const sql = `SELECT count(*) AS count FROM (${PROBLEMS} AND o.outcome = 'failed'
    AND (o.path = @folder OR (o.path >= @from AND o.path < @to)))`;
  return get<{ count: number }>(db, sql, { ...bounds, folder })!.count;
}
