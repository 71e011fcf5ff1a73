import type { ReadableDB } from './handle.ts';
import { column, get } from './statement.ts';

/** What a search finds of the whole library. Its words are such as FTS5 reads. */
export interface FoundTracks {
  /** How many of it are there. */
  readonly total: number;
  /** Missing tracks count as well: whoever asks knows which are there. */
  readonly has: (trackId: number) => boolean;
}

/** How many it is of what is there; counting takes a third of the time that gathering does. */
export function countFound(db: ReadableDB, words: string): number {
  if (missingIds(db).length > 0) return findTracks(db, words).total;
  const sql = 'SELECT count(*) AS total FROM tracks_fts WHERE tracks_fts MATCH ?';
  return get<{ total: number }>(db, sql, words)!.total;
}

/** Asks for a few tracks alone whether they are found: many that are found then need not be gathered. */
export function findAmong(db: ReadableDB, words: string, trackIds: readonly number[]): FoundTracks {
  const missing = missingIds(db);
  const row = get<{ count: number; found: string }>(
    db,
    `SELECT count(*) AS count,
       json_group_array(rowid) FILTER (WHERE rowid IN (SELECT value FROM json_each(@ids))) AS found
     FROM tracks_fts WHERE tracks_fts MATCH @words`,
    { words, ids: JSON.stringify([...trackIds, ...missing]) },
  )!;
  const found = new Set(JSON.parse(row.found) as number[]);
  const has = (id: number): boolean => found.has(id);
  return { total: row.count - missing.filter(has).length, has };
}

export function findTracks(db: ReadableDB, words: string): FoundTracks {
  const ids = column<number>(db, 'SELECT rowid FROM tracks_fts WHERE tracks_fts MATCH ?', words);
  let last = 0;
  for (const id of ids) if (id > last) last = id;
  const isFound = new Uint8Array(last + 1);
  for (const id of ids) isFound[id] = 1;
  const has = (id: number): boolean => isFound[id] === 1;
  return { total: ids.length - missingIds(db).filter(has).length, has };
}

function missingIds(db: ReadableDB): number[] {
  return column(db, 'SELECT id FROM tracks WHERE missing_since_ms IS NOT NULL');
}
