import type { MoodPoint } from '../contract/mood.ts';
import type { ReadableDB, WritableDB } from './handle.ts';
import { all, get, inTransaction, run } from './statement.ts';

export interface QueueItem {
  readonly trackId: number;
  /** Null for a track that nothing came before, or that the listener put there. */
  readonly seamDistance: number | null;
  /** As the matcher gave it, a JSON value; null: put there by hand. */
  readonly reason: unknown;
}

/** The queue as it was when the player stopped. */
export interface QueueState {
  readonly items: readonly QueueItem[];
  readonly currentPosition: number;
  readonly elapsedSeconds: number;
  readonly seed: number;
  readonly target: MoodPoint | null;
}

/** Replaces the saved queue. */
export function saveQueue(db: WritableDB, state: QueueState, nowMs: number): void {
  inTransaction(db, () => {
    run(db, 'DELETE FROM queue_items');
    state.items.forEach(({ trackId, seamDistance, reason }, position) => {
      const json = reason === null || reason === undefined ? null : JSON.stringify(reason);
      const sql = 'INSERT INTO queue_items (position, track_id, seam_distance, reason) VALUES (?, ?, ?, ?)';
      run(db, sql, position, trackId, seamDistance, json);
    });
    run(
      db,
      'INSERT OR REPLACE INTO queue_state VALUES (1, ?, ?, ?, ?, ?, ?)',
      state.currentPosition,
      state.elapsedSeconds,
      state.seed,
      state.target?.arousal ?? null,
      state.target?.valence ?? null,
      nowMs,
    );
  });
}

/** The saved queue; undefined where none was saved. */
export function loadQueue(db: ReadableDB): QueueState | undefined {
  const row = get<{
    position: number;
    elapsed: number;
    seed: number;
    arousal: number | null;
    valence: number | null;
  }>(
    db,
    `SELECT current_position AS position, elapsed_seconds AS elapsed, seed,
       target_arousal AS arousal, target_valence AS valence FROM queue_state`,
  );
  if (row === undefined) return undefined;
  const items = all<{ trackId: number; seamDistance: number | null; reason: string | null }>(
    db,
    'SELECT track_id AS trackId, seam_distance AS seamDistance, reason FROM queue_items ORDER BY position',
  );
  const { arousal, valence } = row;
  return {
    items: items.map((item) => ({
      ...item,
      reason: item.reason === null ? null : (JSON.parse(item.reason) as unknown),
    })),
    currentPosition: row.position,
    elapsedSeconds: row.elapsed,
    seed: row.seed,
    target: arousal === null || valence === null ? null : { arousal, valence },
  };
}
