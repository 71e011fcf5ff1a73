import { expect, test } from 'vitest';
import { closeDatabase, connectionOf } from '../../src-core/database/handle.ts';
import { listTracks } from '../../src-core/database/track-lists.ts';
import { listAlbums } from '../../src-core/database/album-lists.ts';
import { heldSkips } from '../../src-core/database/early-skips.ts';
import { loadPosition, loadQueue } from '../../src-core/database/queue-state.ts';
import { readMigrations } from '../../src-core/database/migrate.ts';
import { openDatabase } from '../../src-core/database/open-database.ts';
import { quantise } from '../../src-core/database/int16-curve.ts';
import { databasePath, openLibrary } from './open-library.ts';

test('a library of the first version gets albums, orders and moods for what it holds', () => {
  const path = databasePath();
  const [first] = readMigrations();
  const { db: old } = openDatabase(path, { migrations: [first] });
  const { sqlite } = connectionOf(old);
  const insert = sqlite.prepare(
    `INSERT INTO tracks (path, size_bytes, mtime_ms, fingerprint, title, artist, album, album_artist, added_at_ms)
     VALUES (?, 1, 1, ?, ?, ?, ?, ?, 1)`,
  );
  insert.run('/m/x/1.mp3', 'a', 'Été', 'Zoë', 'Hits', null);
  insert.run('/m/x/CD2/2.mp3', 'b', 'The autumn', 'Yan', 'Hits', null);
  insert.run('/m/y/1.mp3', 'c', 'winter', 'Xi', 'Hits', 'Xi');
  sqlite
    .prepare("INSERT INTO curves VALUES (1, 'a', 'm', ?, ?, x'', x'', 1)")
    .run(quantise(Float32Array.of(0.5, 0)), quantise(Float32Array.of(-1, -1)));
  closeDatabase(old);

  const db = openLibrary(path);
  const { items } = listTracks(db, { sort: 'title', offset: 0, limit: 10 });
  expect(items.map(({ title }) => title)).toEqual(['The autumn', 'Été', 'winter']);
  expect(items[1].meanMood?.arousal).toBeCloseTo(0.25, 4);
  expect(items[1].meanMood?.valence).toBeCloseTo(-1, 4);
  expect(items[0].hasCurve).toBe(false);
  const albums = listAlbums(db, { sort: 'artist', offset: 0, limit: 10 });
  expect(albums.items.map(({ artist, trackCount }) => [artist, trackCount])).toEqual([
    [null, 2],
    ['Xi', 1],
  ]);
});

test('a target that was set before there were other courses is a course now', () => {
  const path = databasePath();
  const { db: old } = openDatabase(path, { migrations: readMigrations().slice(0, 3) });
  connectionOf(old).sqlite.exec(`
    INSERT INTO tracks (path, size_bytes, mtime_ms, fingerprint, title, added_at_ms) VALUES ('/1.mp3', 1, 1, 'a', 'One', 1);
    INSERT INTO play_history (track_id, started_at_ms, skipped_at_seconds) VALUES (1, 5, 3);
    INSERT INTO queue_state VALUES (1, '{}', '[]', 'flow', 'off', 7, 0.5, -0.25, 9, 1, 12.5, 88)`);
  closeDatabase(old);

  const db = openLibrary(path);
  expect(loadQueue(db)).toMatchObject({
    seed: 7,
    nextEntryId: 9,
    playId: 1,
    steering: { course: { kind: 'target', point: { arousal: 0.5, valence: -0.25 }, pull: 0.4 } },
  });
  expect(loadPosition(db)).toEqual({ positionSeconds: 12.5, savedAtMs: 88 });
  // Whether it was the listener who skipped is not known of plays so old.
  expect(heldSkips(db)).toEqual([]);
});
