import type { ListTrackIds, Page, PageRequest, Track, TrackList } from '../contract/api/index.ts';
import { countFound, findAmong, findTracks, type FoundTracks } from './found-tracks.ts';
import type { ReadableDB } from './handle.ts';
import { getListedTracks } from './listed-track.ts';
import { toFtsQuery } from './fts-query.ts';
import { column, get } from './statement.ts';
import { countSql, idsSql, searched, trackQuery, type TrackQuery } from './track-query.ts';

/** Tracks of a list; missing ones only where it is a playlist's. */
export function listTracks(db: ReadableDB, list: TrackList & PageRequest): Page<Track> {
  const { total, items } = pageOfTrackIds(db, list);
  return { total, items: getListedTracks(db, items) };
}

/** Of so many, a page is found sooner along the order that was asked for than by sorting all of them. */
const MANY_FOUND = 2000;
/** Of the top of an order, so many rows are looked at for each that is wanted, unless that were too many to ask for one by one. */
const LOOKED_AT_PER_ROW = 20;
const MOST_LOOKED_AT = 2000;

/** A part of a list, as ids alone; missing tracks count where {@link listTracks} shows them. */
export function pageOfTrackIds(db: ReadableDB, list: ListTrackIds): Page<number> {
  const query = trackQuery(db, list);
  const words = toFtsQuery(list.search ?? '');
  const isWhole = Object.keys(list.filter ?? {}).length === 0;
  if (words === '') return { total: isWhole ? countAll(db) : count(db, query), items: page(db, query, list) };
  const narrowed = searched(query, words, list);
  if (!isWhole) return { total: count(db, narrowed), items: page(db, narrowed, list) };
  if (list.limit === 0) return { total: countFound(db, words), items: [] };
  const end = list.offset + list.limit;
  const looked = list.sort === undefined ? 0 : end * LOOKED_AT_PER_ROW;
  const top = looked > MOST_LOOKED_AT ? [] : page(db, query, { offset: 0, limit: looked });
  const knowsAll = top.length === 0;
  const found = knowsAll ? findTracks(db, words) : findAmong(db, words, top);
  const { total } = found;
  if (list.sort === undefined || total <= MANY_FOUND) return { total, items: page(db, narrowed, list) };
  const atTop = top.filter(found.has);
  if (atTop.length >= end) return { total, items: atTop.slice(list.offset, end) };
  return { total, items: alongOrder(db, query, knowsAll ? found : findTracks(db, words), list) };
}

/** The ids of all tracks of a list, in its order; missing ones are left out. */
export function listTrackIds(db: ReadableDB, list: TrackList): number[] {
  const query = trackQuery(db, list);
  const words = toFtsQuery(list.search ?? '');
  const { where, ...rest } = words === '' ? query : searched(query, words, list);
  const there = { ...rest, where: [...where, 't.missing_since_ms IS NULL'] };
  return column(db, idsSql(there), there.values);
}

function page(db: ReadableDB, query: TrackQuery, { offset, limit }: PageRequest): number[] {
  return column(db, `${idsSql(query)} LIMIT @limit OFFSET @offset`, { ...query.values, limit, offset });
}

/** How many rows more than on average may lie between two that are found, and how many more are read where they were too few. */
const SPARE = 2;
const GROWTH = 4;

/** A page of what was found, read along the order of all tracks: so much of it from the top as holds the page. */
function alongOrder(
  db: ReadableDB,
  query: TrackQuery,
  found: FoundTracks,
  { offset, limit }: PageRequest,
): number[] {
  const tracks = countAll(db);
  const end = Math.min(offset + limit, found.total);
  let rows = Math.ceil((SPARE * end * tracks) / found.total);
  for (;;) {
    const top = column<number>(db, `${idsSql(query)} LIMIT @rows`, { ...query.values, rows });
    const ids = top.filter(found.has);
    if (ids.length >= end || top.length < rows) return ids.slice(offset, end);
    rows *= GROWTH;
  }
}

/** All tracks that are there, counted without a look at each. */
function countAll(db: ReadableDB): number {
  const { total } = get<{ total: number }>(
    db,
    'SELECT (SELECT count(*) FROM tracks) - (SELECT count(*) FROM tracks WHERE missing_since_ms IS NOT NULL) AS total',
  )!;
  return total;
}

function count(db: ReadableDB, query: TrackQuery): number {
  return get<{ total: number }>(db, countSql(query), query.values)!.total;
}

/** How long the tracks that are there are on average, in seconds; null where none has been measured. */
export function meanDuration(db: ReadableDB): number | null {
  // Left to itself, SQLite walks another index and looks up every track.
  const sql = `SELECT avg(duration_seconds) AS mean FROM tracks INDEXED BY tracks_by_duration
    WHERE missing_since_ms IS NULL`;
  return get<{ mean: number | null }>(db, sql)?.mean ?? null;
}

/** The ids of all tracks that are there. */
export function listPresentIds(db: ReadableDB): Int32Array {
  return Int32Array.from(column<number>(db, 'SELECT id FROM tracks WHERE missing_since_ms IS NULL')).sort();
}
