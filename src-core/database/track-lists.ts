import { sep } from 'node:path';
import type { ListTrackIds, Page, Track, TrackList } from '../contract/api/index.ts';
import type { ReadableDB } from './handle.ts';
import { getListedTracks, LISTED_COLUMNS, toListedTrack, type ListedRow } from './listed-track.ts';
import { folderPath } from './folders.ts';
import { pathsBelow } from './path-range.ts';
import { toFtsQuery } from './search.ts';
import { sortKey } from './sort-key.ts';
import { all, get, type SqlParameters, type SqlValue } from './statement.ts';

const ORDERS: Readonly<Record<NonNullable<TrackList['sort']>, readonly string[]>> = {
  title: ['t.title_key', 't.id'],
  artist: ['t.artist_key', 't.album_key', 't.disc_no', 't.track_no', 't.title_key', 't.id'],
  album: ['t.album_key', 't.album_id', 't.disc_no', 't.track_no', 't.title_key', 't.id'],
  genre: ['t.genre_key', 't.genre', 't.id'],
  year: ['t.year', 't.id'],
  duration: ['t.duration_seconds', 't.id'],
  added: ['t.added_at_ms', 't.id'],
  arousal: ['t.mean_arousal', 't.id'],
  valence: ['t.mean_valence', 't.id'],
};

/** Tracks of a list; missing ones only where it is a playlist's. */
export function listTracks(
  db: ReadableDB,
  list: TrackList & { readonly offset: number; readonly limit: number },
): Page<Track> {
  const query = toQuery(db, list);
  const total = countOf(db, list, query);
  const top = total > MANY_FOUND && list.offset === 0 ? topOfOrder(db, list, total, query) : null;
  if (top !== null) return { total, items: getListedTracks(db, top) };
  const { from, where, order, values } = total > MANY_FOUND ? walkingOrder(list, query) : query;
  const rows = all<ListedRow>(
    db,
    `SELECT ${LISTED_COLUMNS} FROM ${from} WHERE ${where} ORDER BY ${order} LIMIT @limit OFFSET @offset`,
    { ...values, limit: list.limit, offset: list.offset },
  );
  return { total, items: rows.map(toListedTrack) };
}

/** Of so many, a page is found sooner along the order that was asked for than by sorting all of them. */
const MANY_FOUND = 2000;

/** How many tracks a list has. All, and what a search alone finds, are counted without a look at the tracks. */
function countOf(db: ReadableDB, { search, filter }: TrackList, { from, where, values }: Query): number {
  const words = toFtsQuery(search ?? '');
  const isUnfiltered = filter === undefined || Object.keys(filter).length === 0;
  const count = (sql: string, ...parameters: SqlParameters): number =>
    get<{ total: number }>(db, `SELECT count(*) AS total FROM ${sql}`, ...parameters)!.total;
  if (isUnfiltered) {
    const missing = count('tracks WHERE missing_since_ms IS NOT NULL');
    if (words === '') return count('tracks') - missing;
    if (missing === 0) return count('tracks_fts WHERE tracks_fts MATCH ?', words);
  }
  return count(`${from} WHERE ${where}`, values);
}

/** The same list, read along its order; what is found is looked up for each row. The plus keeps SQLite from the other way round. */
function walkingOrder({ sort }: TrackList, query: Query): Query {
  if (!('words' in query.values) || sort === undefined) return query;
  return {
    ...query,
    from: query.from.replace(SEARCH_JOIN, ''),
    where: query.where.replace(
      'tracks_fts MATCH @words',
      '+t.id IN (SELECT rowid FROM tracks_fts WHERE tracks_fts MATCH @words)',
    ),
  };
}

/** A row looked at by itself costs as much as gathering hundreds does: worth it only where most of the library is found. */
const LEAST_SHARE = 0.5;
/** What is found is not spread evenly over the order. */
const SPARE = 2;

/**
 * The first tracks of what a search finds, where it finds most of the library: then they stand at the top of the order, and
 * what it finds further down need not be gathered. Null where they do not stand there.
 */
function topOfOrder(
  db: ReadableDB,
  { sort, filter, limit }: TrackList & { readonly limit: number },
  found: number,
  { from, where, order, values }: Query,
): number[] | null {
  if (!('words' in values) || sort === undefined || filter !== undefined) return null;
  const { tracks } = get<{ tracks: number }>(db, 'SELECT count(*) AS tracks FROM tracks')!;
  if (found < LEAST_SHARE * tracks) return null;
  const rows = all<{ id: number }>(
    db,
    `SELECT t.id FROM (
       SELECT t.id, row_number() OVER (ORDER BY ${order}) AS place FROM ${from.replace(SEARCH_JOIN, '')}
       WHERE ${where.replace('tracks_fts MATCH @words', 'TRUE')} ORDER BY ${order} LIMIT @top) t
     WHERE EXISTS (SELECT 1 FROM tracks_fts WHERE tracks_fts MATCH @words AND rowid = t.id)
     ORDER BY t.place LIMIT @limit`,
    { ...values, limit, top: Math.ceil((limit * SPARE * tracks) / found) },
  );
  return rows.length === limit ? rows.map(({ id }) => id) : null;
}

/** The ids of all tracks of a list, in its order; missing ones are left out. */
export function listTrackIds(db: ReadableDB, list: TrackList): number[] {
  const { from, where, order, values } = toQuery(db, list);
  const sql = `SELECT t.id FROM ${from} WHERE ${where} AND t.missing_since_ms IS NULL ORDER BY ${order}`;
  return all<{ id: number }>(db, sql, values).map(({ id }) => id);
}

/** A part of a list, as ids alone; missing tracks count where {@link listTracks} shows them. */
export function pageOfTrackIds(db: ReadableDB, list: ListTrackIds): Page<number> {
  const query = toQuery(db, list);
  const total = countOf(db, list, query);
  const { from, where, order, values } = total > MANY_FOUND ? walkingOrder(list, query) : query;
  const ids = all<{ id: number }>(
    db,
    `SELECT t.id FROM ${from} WHERE ${where} ORDER BY ${order} LIMIT @limit OFFSET @offset`,
    { ...values, limit: list.limit, offset: list.offset },
  );
  return { total, items: ids.map(({ id }) => id) };
}

const SEARCH_JOIN = ' JOIN tracks_fts f ON f.rowid = t.id';

/** Nothing lies below it. */
const NO_FOLDER = '/dev/null';

interface Query {
  readonly from: string;
  readonly where: string;
  readonly order: string;
  readonly values: Record<string, SqlValue>;
}

function toQuery(db: ReadableDB, { search, sort, direction, filter = {} }: TrackList): Query {
  const values: Record<string, SqlValue> = {};
  const wheres: string[] = [];
  let from = 'tracks t';
  let natural = ORDERS.artist;
  if (filter.playlistId === undefined) wheres.push('t.missing_since_ms IS NULL');
  else {
    from = 'playlist_items i JOIN tracks t ON t.id = i.track_id';
    wheres.push('i.playlist_id = @playlistId');
    values.playlistId = filter.playlistId;
    natural = ['i.position'];
  }
  const words = toFtsQuery(search ?? '');
  if (words !== '') {
    from += SEARCH_JOIN;
    wheres.push('tracks_fts MATCH @words');
    values.words = words;
    natural = ['f.rank', 't.id'];
  }
  if (filter.albumId !== undefined) {
    wheres.push('t.album_id = @albumId');
    values.albumId = filter.albumId;
    if (words === '') natural = ['t.disc_no', 't.track_no', 't.title_key', 't.id'];
  }
  if (filter.artist !== undefined) {
    wheres.push(`t.id IN (
      SELECT id FROM tracks WHERE artist_key = @artistKey AND artist = @artist AND missing_since_ms IS NULL
      UNION SELECT o.id FROM albums a JOIN tracks o ON o.album_id = a.id
        WHERE a.artist_key = @artistKey AND a.artist = @artist)`);
    values.artist = filter.artist;
    values.artistKey = sortKey(filter.artist);
  }
  if (filter.genre !== undefined) {
    wheres.push(
      't.id IN (SELECT id FROM tracks WHERE genre_key = @genreKey AND genre = @genre AND missing_since_ms IS NULL)',
    );
    values.genre = filter.genre;
    values.genreKey = sortKey(filter.genre);
  }
  if (filter.folderId !== undefined) {
    wheres.push('t.path >= @from AND t.path < @to');
    const folder = folderPath(db, filter.folderId) ?? NO_FOLDER;
    const range = pathsBelow([folder, ...(filter.subfolder ?? [])].join(sep));
    Object.assign(values, range);
    if (filter.rightHere === true) {
      wheres.push('instr(substr(t.path, length(@from) + 1), @separator) = 0');
      values.separator = sep;
    }
  }
  if (filter.unplayed === true) {
    wheres.push('NOT EXISTS (SELECT 1 FROM play_history h WHERE h.track_id = t.id)');
  }
  if (filter.loved === true) wheres.push('t.loved_at_ms IS NOT NULL');
  if (filter.never === true) wheres.push('t.never_at_ms IS NOT NULL');
  if (filter.withoutCurve === true) wheres.push('t.mean_arousal IS NULL');
  const columns = sort === undefined ? natural : ORDERS[sort];
  const suffix = direction === 'descending' ? ' DESC' : '';
  return {
    from,
    where: wheres.join(' AND '),
    order: columns.map((column) => column + suffix).join(', '),
    values,
  };
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
  // One long text is read ten times faster than a row for each.
  const sql = 'SELECT group_concat(id) AS ids FROM tracks WHERE missing_since_ms IS NULL';
  const { ids } = get<{ ids: string | null }>(db, sql)!;
  return Int32Array.from(JSON.parse(`[${ids ?? ''}]`) as number[]).sort();
}
