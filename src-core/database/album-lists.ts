import type { Album, ListAlbums, Page } from '../contract/api/index.ts';
import type { ReadableDB } from './handle.ts';
import { moodOf } from './listed-track.ts';
import { sortKey } from './sort-key.ts';
import { all, get, type SqlValue } from './statement.ts';

type AlbumRow = Omit<Album, 'meanMood'> & { meanArousal: number | null; meanValence: number | null };

const PRESENT = 'EXISTS (SELECT 1 FROM tracks t WHERE t.album_id = a.id AND t.missing_since_ms IS NULL)';

const SUMMARY = `SELECT a.id, a.title,
    coalesce(a.artist, CASE WHEN count(DISTINCT t.artist) = 1 THEN max(t.artist) END) AS artist,
    max(t.year) AS year, min(t.art_id) AS artId, count(*) AS trackCount,
    coalesce(sum(t.duration_seconds), 0.0) AS durationSeconds,
    avg(t.mean_arousal) AS meanArousal, avg(t.mean_valence) AS meanValence
  FROM albums a JOIN tracks t ON t.album_id = a.id AND t.missing_since_ms IS NULL`;

/** Of the artist that {@link SUMMARY} names, so that an album is found by what is shown of it. */
const ARTIST_KEY = `CASE WHEN a.artist IS NOT NULL THEN a.artist_key ELSE coalesce(
    (SELECT max(t.artist_key) FROM tracks t WHERE t.album_id = a.id AND t.missing_since_ms IS NULL
      HAVING count(DISTINCT t.artist) = 1), '') END`;

const ORDERS = {
  title: ['a.title_key', 'a.artist_key', 'a.id'],
  artist: ['a.artist_key', 'a.title_key', 'a.id'],
  year: ['(SELECT max(t.year) FROM tracks t WHERE t.album_id = a.id)', 'a.title_key', 'a.id'],
  added: ['(SELECT max(t.added_at_ms) FROM tracks t WHERE t.album_id = a.id)', 'a.title_key', 'a.id'],
} as const;

/** Albums of which at least one track is there. */
export function listAlbums(db: ReadableDB, request: ListAlbums): Page<Album> {
  const { search, sort = 'title', direction, artist, offset, limit } = request;
  const values: Record<string, SqlValue> = {};
  const wheres: string[] = [PRESENT];
  if (search !== undefined && search.trim() !== '') {
    wheres.push(`(a.title_key || ' ' || ${ARTIST_KEY}) LIKE @pattern ESCAPE '!'`);
    values.pattern = `%${sortKey(search).replace(/[!%_]/g, '!$&')}%`;
  }
  if (artist !== undefined) {
    wheres.push(
      `(a.artist = @artist OR EXISTS (SELECT 1 FROM tracks t WHERE t.album_id = a.id AND t.artist = @artist))`,
    );
    values.artist = artist;
  }
  const where = wheres.join(' AND ');
  const suffix = direction === 'descending' ? ' DESC' : '';
  const order = ORDERS[sort].map((column) => column + suffix).join(', ');
  const { total } = get<{ total: number }>(
    db,
    `SELECT count(*) AS total FROM albums a WHERE ${where}`,
    values,
  )!;
  const ids = all<{ id: number }>(
    db,
    `SELECT a.id FROM albums a WHERE ${where} ORDER BY ${order} LIMIT @limit OFFSET @offset`,
    { ...values, limit, offset },
  );
  return { total, items: ids.map(({ id }) => getAlbum(db, id)).filter((album) => album !== undefined) };
}

/** Undefined for an album that is not known, or of which nothing is there. */
export function getAlbum(db: ReadableDB, id: number): Album | undefined {
  const row = get<AlbumRow>(db, `${SUMMARY} WHERE a.id = ? GROUP BY a.id`, id);
  if (row === undefined) return undefined;
  const { meanArousal, meanValence, ...album } = row;
  return { ...album, meanMood: moodOf(meanArousal, meanValence) };
}
