import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Track } from '../../src-core/contract/api/index.ts';
import { closeDatabase, connectionOf, type ReadableDB } from '../../src-core/database/handle.ts';
import { readMigrations } from '../../src-core/database/migrate.ts';
import { openDatabase } from '../../src-core/database/open-database.ts';
import { setMissing } from '../../src-core/database/scan-lookup.ts';
import { listTracks } from '../../src-core/database/track-lists.ts';
import { getTrack, updateTrack } from '../../src-core/database/tracks.ts';
import { addTrack, databasePath, openLibrary } from './open-library.ts';

/** Best match first. */
function search(db: ReadableDB, text: string): Track[] {
  return listTracks(db, { search: text, offset: 0, limit: 50 }).items;
}

function library(): { db: ReturnType<typeof openLibrary>; ids: number[] } {
  const db = openLibrary();
  const ids = [
    addTrack(db, '/1.mp3', { title: 'Café del Mar', artist: 'Energy 52', album: 'Trance' }),
    addTrack(db, '/2.mp3', { title: 'Mar adentro', artist: 'Café Tacvba', album: null }),
    addTrack(db, '/3.mp3', { title: 'AC/DC "live" -NOT- 100%', artist: null, album: null }),
  ];
  return { db, ids };
}

test('finds words of title, artist and album, without regard to case, accents and word ends', () => {
  const { db, ids } = library();
  const found = (text: string): number[] =>
    search(db, text)
      .map(({ id }) => id)
      .sort();
  expect(found('cafe mar')).toEqual([ids[0], ids[1]]);
  expect(found('TRAN energy')).toEqual([ids[0]]);
  expect(found('ac/dc "liv')).toEqual([ids[2]]);
  expect(found('mar NOT cafe')).toEqual([]);
  // Without a word it is no search, but the list itself.
  expect(found('')).toEqual(ids);
  expect(found('"*^-')).toEqual(ids);
});

test('follows changes and leaves missing tracks out', () => {
  const { db, ids } = library();
  const track = getTrack(db, ids[0])!;
  updateTrack(db, ids[0], { ...track, title: 'Renamed' });
  expect(search(db, 'cafe').map(({ id }) => id)).toEqual([ids[1]]);
  expect(search(db, 'renamed').map(({ title }) => title)).toEqual(['Renamed']);
  setMissing(db, ids[1], 5);
  expect(search(db, 'cafe')).toEqual([]);
  connectionOf(db).sqlite.prepare('DELETE FROM tracks WHERE id = ?').run(ids[0]);
  expect(search(db, 'renamed')).toEqual([]);
  // rank 1 compares the index with the tracks themselves
  connectionOf(db).sqlite.exec("INSERT INTO tracks_fts (tracks_fts, rank) VALUES ('integrity-check', 1)");
});

test('a library from before first letters were indexed finds by them', () => {
  const path = databasePath();
  const { db: old } = openDatabase(path, { migrations: readMigrations().slice(0, 5) });
  const id = addTrack(old, '/1.mp3', { title: 'Ylem', artist: null, album: null });
  closeDatabase(old);

  const db = openLibrary(path);
  expect(search(db, 'y').map((track) => track.id)).toEqual([id]);
  connectionOf(db).sqlite.exec("INSERT INTO tracks_fts (tracks_fts, rank) VALUES ('integrity-check', 1)");
});

test('whatever is typed, it is a search and no error', () => {
  const { db } = library();
  const anyCodeUnit = fc.nat(0xffff).map((code) => String.fromCharCode(code));
  fc.assert(fc.property(fc.string({ unit: anyCodeUnit }), (text) => Array.isArray(search(db, text))));
});
