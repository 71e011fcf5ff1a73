import type { ReadableDB, WritableDB } from './handle.ts';
import { all, get, inTransaction, run } from './statement.ts';

/** A place in the queue; what has no type here is checked by whoever reads it. */
export interface StoredEntry {
  readonly entryId: number;
  readonly place: 'history' | 'current' | 'upcoming';
  readonly trackId: number;
  readonly origin: 'flow' | 'shuffle' | 'order' | 'hand';
  readonly pinned: boolean;
  readonly seamDistance: number | null;
  /** As the matcher gave it, a JSON value; null: no curves were compared. */
  readonly reason: unknown;
}

/** The queue as it was when the player stopped. */
export interface StoredQueue {
  /** In order: oldest first in the history, next first in what is upcoming. */
  readonly entries: readonly StoredEntry[];
  /** JSON values. */
  readonly context: unknown;
  readonly rejected: unknown;
  readonly steering: unknown;
  readonly mode: string;
  readonly repeat: string;
  readonly seed: number;
  readonly nextEntryId: number;
  /** The current entry's row in the play history. */
  readonly playId: number | null;
}

/** Replaces the saved queue; the position within the current entry is kept by {@link savePosition}. */
export function saveQueue(db: WritableDB, queue: StoredQueue, nowMs: number): void {
  inTransaction(db, () => {
    run(db, 'DELETE FROM queue_entries');
    queue.entries.forEach((entry, position) => {
      const { entryId, place, trackId, origin, pinned, seamDistance, reason } = entry;
      const json = reason === null || reason === undefined ? null : JSON.stringify(reason);
      run(
        db,
        'INSERT INTO queue_entries VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        ...[entryId, place, position, trackId, origin, Number(pinned), seamDistance, json],
      );
    });
    run(
      db,
      `INSERT INTO queue_state VALUES (1, @context, @rejected, @mode, @repeat, @steering, @seed, @nextEntryId,
         @playId, 0, @nowMs)
       ON CONFLICT (id) DO UPDATE SET context = @context, rejected = @rejected, mode = @mode, repeat = @repeat,
         steering = @steering, seed = @seed, next_entry_id = @nextEntryId,
         play_id = @playId`,
      {
        context: JSON.stringify(queue.context),
        rejected: JSON.stringify(queue.rejected),
        steering: JSON.stringify(queue.steering),
        mode: queue.mode,
        repeat: queue.repeat,
        seed: queue.seed,
        nextEntryId: queue.nextEntryId,
        playId: queue.playId,
        nowMs,
      },
    );
  });
}

/** The saved queue; undefined where none was saved. Entries of tracks that are gone have gone with them. */
export function loadQueue(db: ReadableDB): StoredQueue | undefined {
  const row = get<{
    context: string;
    rejected: string;
    mode: string;
    repeat: string;
    seed: number;
    steering: string;
    nextEntryId: number;
    playId: number | null;
  }>(
    db,
    `SELECT context, rejected, mode, repeat, steering, seed, next_entry_id AS nextEntryId, play_id AS playId FROM queue_state`,
  );
  if (row === undefined) return undefined;
  const entries = all<Omit<StoredEntry, 'pinned' | 'reason'> & { pinned: number; reason: string | null }>(
    db,
    `SELECT entry_id AS entryId, place, track_id AS trackId, origin, pinned, seam_distance AS seamDistance, reason
     FROM queue_entries ORDER BY position`,
  );
  const { context, rejected, steering, ...rest } = row;
  return {
    ...rest,
    context: JSON.parse(context) as unknown,
    rejected: JSON.parse(rejected) as unknown,
    steering: JSON.parse(steering) as unknown,
    entries: entries.map(({ pinned, reason, ...entry }) => ({
      ...entry,
      pinned: pinned !== 0,
      reason: reason === null ? null : (JSON.parse(reason) as unknown),
    })),
  };
}

/** Where in the current entry the player is. */
export function savePosition(db: WritableDB, positionSeconds: number, nowMs: number): void {
  run(db, 'UPDATE queue_state SET position_seconds = ?, saved_at_ms = ?', positionSeconds, nowMs);
}

export function loadPosition(db: ReadableDB): { positionSeconds: number; savedAtMs: number } | undefined {
  return get(db, 'SELECT position_seconds AS positionSeconds, saved_at_ms AS savedAtMs FROM queue_state');
}
