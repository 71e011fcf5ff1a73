import type { EarlySkip, Page } from '../contract/api/index.ts';
import type { ReadableDB, WritableDB } from './handle.ts';
import { moodOf } from './listed-track.ts';
import { all, get, run } from './statement.ts';

/** A skip that counts against its track. */
export interface HeldSkip extends EarlySkip {
  readonly trackId: number;
}

interface SkipRow {
  readonly trackId: number;
  readonly atMs: number;
  readonly atSeconds: number;
  readonly arousal: number | null;
  readonly valence: number | null;
}

const SKIPS = `SELECT h.track_id AS trackId, h.started_at_ms AS atMs, coalesce(h.skipped_at_seconds, 0) AS atSeconds,
    b.mean_arousal AS arousal, b.mean_valence AS valence
  FROM play_history h LEFT JOIN tracks b ON b.id = h.after_track_id
  WHERE h.held_against = 1`;

/** Every skip that counts, the latest first. */
export function heldSkips(db: ReadableDB): HeldSkip[] {
  // By the index of the few that count; for the order's sake SQLite would go through all that was ever played.
  return all<SkipRow>(db, `${SKIPS} ORDER BY +h.started_at_ms DESC, h.id DESC`).map(toSkip);
}

/** A page of the tracks that have such skips, those that were skipped last first, each with its skips. */
export function skippedTracks(
  db: ReadableDB,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Page<{ trackId: number; skips: EarlySkip[] }> {
  const { total } = get<{ total: number }>(
    db,
    'SELECT count(DISTINCT track_id) AS total FROM play_history WHERE held_against = 1',
  )!;
  const ids = all<{ trackId: number }>(
    db,
    `SELECT track_id AS trackId FROM play_history WHERE held_against = 1
     GROUP BY track_id ORDER BY max(started_at_ms) DESC, track_id LIMIT ? OFFSET ?`,
    limit,
    offset,
  ).map(({ trackId }) => trackId);
  const rows = all<SkipRow>(
    db,
    `${SKIPS} AND h.track_id IN (SELECT value FROM json_each(?)) ORDER BY h.started_at_ms DESC, h.id DESC`,
    JSON.stringify(ids),
  );
  const skips = rows.map(toSkip);
  const items = ids.map((trackId) => ({
    trackId,
    skips: skips.filter((skip) => skip.trackId === trackId).map(({ trackId: _, ...skip }) => skip),
  }));
  return { total, items };
}

/** The skips of these tracks count no longer; returns the plays, so that {@link holdAgainst} can take it back. */
export function forgiveSkips(db: WritableDB, trackIds: readonly number[]): number[] {
  const plays = all<{ id: number }>(
    db,
    `SELECT id FROM play_history WHERE held_against = 1 AND track_id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(trackIds),
  ).map(({ id }) => id);
  setHeld(db, plays, 0);
  return plays;
}

/** These plays count against their tracks. */
export function holdAgainst(db: WritableDB, playIds: readonly number[]): void {
  setHeld(db, playIds, 1);
}

function setHeld(db: WritableDB, playIds: readonly number[], held: number): void {
  const sql = 'UPDATE play_history SET held_against = ? WHERE id IN (SELECT value FROM json_each(?))';
  run(db, sql, held, JSON.stringify(playIds));
}

function toSkip({ trackId, atMs, atSeconds, arousal, valence }: SkipRow): HeldSkip {
  return { trackId, atMs, atSeconds, mood: moodOf(arousal, valence) };
}
