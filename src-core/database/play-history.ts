import type { ReadableDB, WritableDB } from './handle.ts';
import { all, get, run } from './statement.ts';

export interface Play {
  readonly id: number;
  readonly trackId: number;
  readonly startedAtMs: number;
  /** Null while playing, and where the listener moved on. */
  readonly finishedAtMs: number | null;
  /** Position in the track at which the listener moved on. */
  readonly skippedAtSeconds: number | null;
  /** How well the track carried on from the one before; null: nothing came before it. */
  readonly seamDistance: number | null;
}

/**
 * Notes that a track began to play; returns the id of the play.
 * @param afterTrackId what was heard before it
 */
export function startPlay(
  db: WritableDB,
  trackId: number,
  seamDistance: number | null,
  nowMs: number,
  afterTrackId: number | null = null,
): number {
  const sql =
    'INSERT INTO play_history (track_id, started_at_ms, seam_distance, after_track_id) VALUES (?, ?, ?, ?)';
  return run(db, sql, trackId, nowMs, seamDistance, afterTrackId).id;
}

export function finishPlay(db: WritableDB, playId: number, nowMs: number): void {
  run(db, 'UPDATE play_history SET finished_at_ms = ? WHERE id = ?', nowMs, playId);
}

export function skipPlay(db: WritableDB, playId: number, atSeconds: number): void {
  run(db, 'UPDATE play_history SET skipped_at_seconds = ? WHERE id = ?', atSeconds, playId);
}

export function countPlays(db: ReadableDB): number {
  return get<{ count: number }>(db, 'SELECT count(*) AS count FROM play_history')!.count;
}

/** The latest plays, newest first. */
export function recentPlays(db: ReadableDB, limit: number, offset = 0): Play[] {
  return all<Play>(
    db,
    `SELECT id, track_id AS trackId, started_at_ms AS startedAtMs, finished_at_ms AS finishedAtMs,
       skipped_at_seconds AS skippedAtSeconds, seam_distance AS seamDistance
     FROM play_history ORDER BY started_at_ms DESC, id DESC LIMIT ? OFFSET ?`,
    limit,
    offset,
  );
}
