import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closeDatabase, connectionOf } from '../../src-core/database/handle.ts';
import { readMigrations } from '../../src-core/database/migrate.ts';
import { openDatabase } from '../../src-core/database/open-database.ts';
import { setMissing } from '../../src-core/database/scan-lookup.ts';
import { searchTracks } from '../../src-core/database/search.ts';
import { getTrack, updateTrack } from '../../src-core/database/tracks.ts';
import { addTrack, databasePath, openLibrary } from './open-library.ts';

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
    searchTracks(db, text)
      .map(({ id }) => id)
      .sort();
  expect(found('cafe mar')).toEqual([ids[0], ids[1]]);
  expect(found('TRAN energy')).toEqual([ids[0]]);
  expect(found('ac/dc "liv')).toEqual([ids[2]]);
  expect(found('mar NOT cafe')).toEqual([]);
  expect(found('')).toEqual([]);
  expect(found('"*^-')).toEqual([]);
  expect(searchTracks(db, 'mar', 1)).toHaveLength(1);
});

test('follows changes and leaves missing tracks out', () => {
  const { db, ids } = library();
  const track = getTrack(db, ids[0])!;
  updateTrack(db, ids[0], { ...track, title: 'Renamed' });
  expect(searchTracks(db, 'cafe').map(({ id }) => id)).toEqual([ids[1]]);
  expect(searchTracks(db, 'renamed').map(({ title }) => title)).toEqual(['Renamed']);
  setMissing(db, ids[1], 5);
  expect(searchTracks(db, 'cafe')).toEqual([]);
  connectionOf(db).sqlite.prepare('DELETE FROM tracks WHERE id = ?').run(ids[0]);
  expect(searchTracks(db, 'renamed')).toEqual([]);
  // rank 1 compares the index with the tracks themselves
  connectionOf(db).sqlite.exec("INSERT INTO tracks_fts (tracks_fts, rank) VALUES ('integrity-check', 1)");
});

test('a library from before first letters were indexed finds by them', () => {
  const path = databasePath();
  const { db: old } = openDatabase(path, { migrations: readMigrations().slice(0, 5) });
  const id = addTrack(old, '/1.mp3', { title: 'Ylem', artist: null, album: null });
  closeDatabase(old);

  const db = openLibrary(path);
  expect(searchTracks(db, 'y').map((track) => track.id)).toEqual([id]);
  connectionOf(db).sqlite.exec("INSERT INTO tracks_fts (tracks_fts, rank) VALUES ('integrity-check', 1)");
});

test('whatever is typed, it is a search and no error', () => {
  const { db } = library();
  const anyCodeUnit = fc.nat(0xffff).map((code) => String.fromCharCode(code));
  fc.assert(fc.property(fc.string({ unit: anyCodeUnit }), (text) => Array.isArray(searchTracks(db, text))));
});
