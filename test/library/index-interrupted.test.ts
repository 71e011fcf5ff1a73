import { getCurve } from '../../src-core/database/curves.ts';
import { connectionOf } from '../../src-core/database/handle.ts';
import { libraryStatus } from '../../src-core/database/library-status.ts';
import { getTrackByPath } from '../../src-core/database/tracks.ts';
import { expect, test } from 'vitest';
import type { IndexProgress } from '../../src-core/library/index-types.ts';
import { put, wav } from './files.ts';
import { TestLibrary } from './index-test-library.ts';

function putAlbum(library: TestLibrary, tracks: number): string[] {
  return Array.from({ length: tracks }, (_, n) => put(library.folder, `${n}.wav`, wav(n))).sort();
}

test('a run that is stopped keeps what it has, and the next one carries on without doing anything twice', async () => {
  const library = new TestLibrary();
  const paths = putAlbum(library, 30);
  const stop = new AbortController();
  const onProgress = ({ done }: IndexProgress): void => {
    if (done === 5) stop.abort();
  };
  const first = await library.index({ signal: stop.signal, onProgress });
  expect(first.interrupted).toBe(true);
  expect(first.missing).toBe(0);
  expect(first.analysed).toBeGreaterThanOrEqual(5);
  expect(first.analysed).toBeLessThan(30);
  const inDatabase = paths.filter((path) => {
    const track = getTrackByPath(library.db, path);
    return track !== undefined && getCurve(library.db, track.id) !== undefined;
  });
  expect(inDatabase).toHaveLength(first.analysed);

  const second = await library.index();
  expect(second).toMatchObject({ interrupted: false, analysed: 30 - first.analysed });
  // Curves that were computed but not yet taken from their worker when the run stopped are computed again.
  const twice = library.computed().length - 30;
  expect(twice).toBeLessThanOrEqual(2);
  expect(libraryStatus(library.db)).toMatchObject({ tracks: 30, withCurve: 30, pending: 0, failed: 0 });
});

test('a run that is stopped before it begins does nothing and marks nothing as missing', async () => {
  const library = new TestLibrary();
  putAlbum(library, 3);
  await library.index();
  const summary = await library.index({ signal: AbortSignal.abort() });
  expect(summary).toMatchObject({ unchanged: 0, missing: 0, interrupted: true });
});

test('more files than one batch, with progress from first to last', async () => {
  const library = new TestLibrary();
  putAlbum(library, 250);
  const seen: IndexProgress[] = [];
  let clock = 0;
  const summary = await library.index({
    onProgress: (progress) => seen.push(progress),
    now: () => (clock += 10),
  });
  expect(summary).toMatchObject({ added: 250, analysed: 250 });
  expect(seen.at(-1)).toMatchObject({
    phase: 'analysing',
    found: 250,
    done: 250,
    total: 250,
    secondsLeft: 0,
  });
  expect(seen.at(-1)!.filesPerSecond).toBeGreaterThan(0);
  for (let i = 1; i < seen.length; i++) {
    expect(seen[i].done).toBeGreaterThanOrEqual(seen[i - 1].done);
    expect(seen[i].total).toBeGreaterThanOrEqual(seen[i].done);
  }
});

test('a disk that fills up ends the run with its own error; what was saved stays and the next run carries on', async () => {
  const library = new TestLibrary();
  putAlbum(library, 40);
  const { sqlite } = connectionOf(library.db);
  const pages = sqlite.pragma('page_count', { simple: true }) as number;
  sqlite.pragma(`max_page_count = ${pages + 4}`);
  await expect(library.index()).rejects.toMatchObject({ code: 'disk-full', path: library.databasePath });
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');

  sqlite.pragma('max_page_count = 1000000');
  await library.index();
  expect(libraryStatus(library.db)).toMatchObject({ tracks: 40, withCurve: 40 });
});

test('a library that cannot be written ends the run with its own error', async () => {
  const library = new TestLibrary();
  putAlbum(library, 2);
  connectionOf(library.db).sqlite.pragma('query_only = 1');
  await expect(library.index()).rejects.toMatchObject({ code: 'database-read-only' });
});
