import { basename, dirname } from 'node:path';
import type { WritableDB } from './handle.ts';
import { sortKey } from './sort-key.ts';
import { get, run } from './statement.ts';

/** What tells which album a track is of. */
interface AlbumTags {
  readonly path: string;
  readonly album: string | null;
  readonly albumArtist: string | null;
}

/** The id of a track's album, which is added where it is new; null for a track of none. */
export function putAlbum(db: WritableDB, { path, album, albumArtist }: AlbumTags): number | null {
  if (album === null) return null;
  const titleKey = sortKey(album);
  const artistKey = sortKey(albumArtist ?? '');
  const folder = albumFolder(path, albumArtist);
  const known = get<{ id: number }>(
    db,
    'SELECT id FROM albums WHERE title_key = ? AND artist_key = ? AND folder = ?',
    titleKey,
    artistKey,
    folder,
  );
  if (known !== undefined) return known.id;
  const sql = 'INSERT INTO albums (title, artist, title_key, artist_key, folder) VALUES (?, ?, ?, ?, ?)';
  return run(db, sql, album, albumArtist, titleKey, artistKey, folder).id;
}

/** A folder of one disc; the album's is the one above. */
const DISC_FOLDER = /^(cd|dis[ck])[\s_-]*\d{1,2}$/i;

/** Where an album lies that names no album artist; '' for one that does. */
export function albumFolder(path: string, albumArtist: string | null): string {
  if (albumArtist !== null) return '';
  const folder = dirname(path);
  return DISC_FOLDER.test(basename(folder)) ? dirname(folder) : folder;
}

/** Forgets albums that no track is of any more. */
export function dropUnusedAlbums(db: WritableDB): void {
  run(db, 'DELETE FROM albums WHERE id NOT IN (SELECT album_id FROM tracks WHERE album_id IS NOT NULL)');
}
