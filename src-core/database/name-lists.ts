import type { Artist, Genre, ListNames, Page } from '../contract/api/index.ts';
import type { ReadableDB } from './handle.ts';
import { sortKey } from './sort-key.ts';
import { all } from './statement.ts';

/** Artists of tracks that are there, by name. */
export function listArtists(db: ReadableDB, request: ListNames): Page<Artist> {
  const rows = all<Artist>(
    db,
    `SELECT artist AS name, count(*) AS trackCount, count(DISTINCT album_id) AS albumCount, min(art_id) AS artId
     FROM tracks WHERE missing_since_ms IS NULL AND artist IS NOT NULL
     GROUP BY artist_key, artist ORDER BY artist_key, artist`,
  );
  return pageOfNames(rows, request);
}

/** Genres of tracks that are there, by name. */
export function listGenres(db: ReadableDB, request: ListNames): Page<Genre> {
  const rows = all<Genre>(
    db,
    `SELECT genre AS name, count(*) AS trackCount
     FROM tracks WHERE missing_since_ms IS NULL AND genre IS NOT NULL
     GROUP BY genre_key, genre ORDER BY genre_key, genre`,
  );
  return pageOfNames(rows, request);
}

/** Counting the groups takes SQLite as long as making them, so that a page is cut here. */
function pageOfNames<Row extends { name: string }>(
  rows: readonly Row[],
  { search, offset, limit }: ListNames,
): Page<Row> {
  const wanted = sortKey(search ?? '');
  const found = wanted === '' ? rows : rows.filter(({ name }) => sortKey(name).includes(wanted));
  return { total: found.length, items: found.slice(offset, offset + limit) };
}
