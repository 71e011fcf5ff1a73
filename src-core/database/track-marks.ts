import type { TrackMarks } from '../contract/api/index.ts';
import type { ReadableDB, WritableDB } from './handle.ts';
import { all, run } from './statement.ts';

/** Marks that a listener puts on tracks. */
export type Mark = 'loved' | 'never';

const COLUMN: Readonly<Record<Mark, string>> = { loved: 'loved_at_ms', never: 'never_at_ms' };

/** Marks those of the tracks that are not marked yet, or takes the mark from those that are; returns these. */
export function setMark(
  db: WritableDB,
  mark: Mark,
  trackIds: readonly number[],
  isSet: boolean,
  nowMs: number,
): number[] {
  const column = COLUMN[mark];
  const sql = `SELECT id FROM tracks WHERE id IN (SELECT value FROM json_each(?))
     AND ${column} IS ${isSet ? '' : 'NOT'} NULL ORDER BY id`;
  const changed = all<{ id: number }>(db, sql, JSON.stringify(trackIds)).map(({ id }) => id);
  run(
    db,
    `UPDATE tracks SET ${column} = ? WHERE id IN (SELECT value FROM json_each(?))`,
    isSet ? nowMs : null,
    JSON.stringify(changed),
  );
  return changed;
}

/** The tracks that bear a mark, the latest first. */
export function markedTracks(db: ReadableDB, mark: Mark): number[] {
  const column = COLUMN[mark];
  const sql = `SELECT id FROM tracks WHERE ${column} IS NOT NULL ORDER BY ${column} DESC, id`;
  return all<{ id: number }>(db, sql).map(({ id }) => id);
}

export function marksOf(db: ReadableDB, trackIds: readonly number[]): TrackMarks[] {
  const rows = all<{ trackId: number; loved: number; never: number }>(
    db,
    `SELECT id AS trackId, loved_at_ms IS NOT NULL AS loved, never_at_ms IS NOT NULL AS never
     FROM tracks WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`,
    JSON.stringify(trackIds),
  );
  return rows.map(({ trackId, loved, never }) => ({ trackId, loved: loved === 1, never: never === 1 }));
}
