import { sep } from 'node:path';
import type { TrackList } from '../contract/api/index.ts';
import { folderPath } from './folders.ts';
import type { ReadableDB } from './handle.ts';
import { pathsBelow } from './path-range.ts';
import { sortKey } from './sort-key.ts';
import type { SqlValue } from './statement.ts';

/** A list of `tracks t` by the parts of its SQL, so that each can be put to use by itself. */
export interface TrackQuery {
  readonly from: string;
  /** Each has to hold. */
  readonly where: readonly string[];
  readonly order: readonly string[];
  readonly values: Readonly<Record<string, SqlValue>>;
}

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
const IN_ALBUM = ['t.disc_no', 't.track_no', 't.title_key', 't.id'];
const BY_RANK = ['f.rank', 't.id'];

/** What a list asks for, but for the words that it is searched for. Tracks are there, unless a playlist names them. */
export function trackQuery(db: ReadableDB, { sort, direction, filter = {} }: TrackList): TrackQuery {
  const isPlaylist = filter.playlistId !== undefined;
  const natural = isPlaylist ? ['i.position'] : filter.albumId === undefined ? ORDERS.artist : IN_ALBUM;
  const { where, values } = chosen(db, filter);
  return {
    from: isPlaylist ? 'playlist_items i JOIN tracks t ON t.id = i.track_id' : 'tracks t',
    where,
    order: directed(sort === undefined ? natural : ORDERS[sort], direction),
    values,
  };
}

/** Of these tracks, those that a search finds; best match first where no order was asked for. */
export function searched(query: TrackQuery, words: string, { sort, direction }: TrackList): TrackQuery {
  return {
    from: `${query.from} JOIN tracks_fts f ON f.rowid = t.id`,
    where: [...query.where, 'tracks_fts MATCH @words'],
    order: sort === undefined ? directed(BY_RANK, direction) : query.order,
    values: { ...query.values, words },
  };
}

/** The query's text, to which a limit may be added. */
export function idsSql({ from, where, order }: TrackQuery): string {
  return `SELECT t.id FROM ${from} WHERE ${where.join(' AND ')} ORDER BY ${order.join(', ')}`;
}

export function countSql({ from, where }: TrackQuery): string {
  return `SELECT count(*) AS total FROM ${from} WHERE ${where.join(' AND ')}`;
}

function directed(columns: readonly string[], direction: TrackList['direction']): string[] {
  return columns.map((column) => (direction === 'descending' ? `${column} DESC` : column));
}

/** Nothing lies below it. */
const NO_FOLDER = '/dev/null';

function chosen(
  db: ReadableDB,
  filter: NonNullable<TrackList['filter']>,
): { where: string[]; values: Record<string, SqlValue> } {
  const values: Record<string, SqlValue> = {};
  const where: string[] = [];
  if (filter.playlistId === undefined) where.push('t.missing_since_ms IS NULL');
  else {
    where.push('i.playlist_id = @playlistId');
    values.playlistId = filter.playlistId;
  }
  if (filter.albumId !== undefined) {
    where.push('t.album_id = @albumId');
    values.albumId = filter.albumId;
  }
  if (filter.artist !== undefined) {
    where.push(`t.id IN (
      SELECT id FROM tracks WHERE artist_key = @artistKey AND artist = @artist AND missing_since_ms IS NULL
      UNION SELECT o.id FROM albums a JOIN tracks o ON o.album_id = a.id
        WHERE a.artist_key = @artistKey AND a.artist = @artist)`);
    values.artist = filter.artist;
    values.artistKey = sortKey(filter.artist);
  }
  if (filter.genre !== undefined) {
    where.push(
      't.id IN (SELECT id FROM tracks WHERE genre_key = @genreKey AND genre = @genre AND missing_since_ms IS NULL)',
    );
    values.genre = filter.genre;
    values.genreKey = sortKey(filter.genre);
  }
  if (filter.folderId !== undefined) {
    where.push('t.path >= @from AND t.path < @to');
    const folder = folderPath(db, filter.folderId) ?? NO_FOLDER;
    const range = pathsBelow([folder, ...(filter.subfolder ?? [])].join(sep));
    Object.assign(values, range);
    if (filter.rightHere === true) {
      where.push('instr(substr(t.path, length(@from) + 1), @separator) = 0');
      values.separator = sep;
    }
  }
  if (filter.unplayed === true) {
    where.push('NOT EXISTS (SELECT 1 FROM play_history h WHERE h.track_id = t.id)');
  }
  // Few are: SQLite is to look them up, not to go through all in the order of the list.
  if (filter.loved === true) where.push('t.id IN (SELECT id FROM tracks WHERE loved_at_ms IS NOT NULL)');
  if (filter.never === true) where.push('t.id IN (SELECT id FROM tracks WHERE never_at_ms IS NOT NULL)');
  if (filter.withoutCurve === true) where.push('t.mean_arousal IS NULL');
  return { where, values };
}
