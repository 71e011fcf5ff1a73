import { copyFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { getCurve } from '../../src-core/database/curves.ts';
import { getTrackByPath } from '../../src-core/database/tracks.ts';
import { put, wav } from './files.ts';
import { TestLibrary } from './index-test-library.ts';

const NOTHING = {
  added: 0,
  updated: 0,
  moved: 0,
  unchanged: 0,
  missing: 0,
  failed: 0,
  analysed: 0,
  interrupted: false,
};

test('new files become tracks with curves, and a second run has nothing to do', async () => {
  const library = new TestLibrary();
  const paths = [1, 2, 3].map((n) => put(library.folder, `album/${n}.wav`, wav(n)));

  expect(await library.index()).toMatchObject({ ...NOTHING, added: 3, analysed: 3 });
  for (const path of paths) {
    const track = getTrackByPath(library.db, path)!;
    expect(track).toMatchObject({ sampleRateHz: 8000, loudnessLufs: -18, missingSinceMs: null });
    expect(getCurve(library.db, track.id)!.modelVersion).toBe('model-1');
  }
  expect(await library.index()).toMatchObject({ ...NOTHING, unchanged: 3 });
  expect(library.computed().sort()).toEqual(paths);
});

test('a moved, a renamed and a touched file keep their tracks and curves', async () => {
  const library = new TestLibrary();
  const [moved, renamed, touched] = ['a.wav', 'b.wav', 'c.wav'].map((name, n) =>
    put(library.folder, name, wav(n)),
  );
  await library.index();
  const ids = [moved, renamed, touched].map((path) => getTrackByPath(library.db, path)!.id);

  put(library.folder, 'elsewhere/keep.txt', '');
  const newPlaces = [join(library.folder, 'elsewhere/a.wav'), join(library.folder, 'new name.wav'), touched];
  renameSync(moved, newPlaces[0]);
  renameSync(renamed, newPlaces[1]);
  utimesSync(touched, new Date(), new Date(1_700_000_000_000));

  expect(await library.index()).toMatchObject({ ...NOTHING, moved: 2, unchanged: 1 });
  expect(newPlaces.map((path) => getTrackByPath(library.db, path)?.id)).toEqual(ids);
  expect(getTrackByPath(library.db, newPlaces[1])!.title).toBe('new name');
  expect(library.computed()).toHaveLength(3);
  expect(await library.index()).toMatchObject({ ...NOTHING, unchanged: 3 });
});

test('a copy is a track of its own and takes over the curve', async () => {
  const library = new TestLibrary();
  const original = put(library.folder, 'original.wav', wav(1));
  await library.index();
  const copy = join(library.folder, 'copy.wav');
  copyFileSync(original, copy);

  expect(await library.index()).toMatchObject({ ...NOTHING, added: 1, unchanged: 1 });
  const [a, b] = [original, copy].map((path) => getTrackByPath(library.db, path)!);
  expect(b.id).not.toBe(a.id);
  expect(b.loudnessLufs).toBe(-18);
  expect(getCurve(library.db, b.id)!.curve).toEqual(getCurve(library.db, a.id)!.curve);
  expect(library.computed()).toEqual([original]);
});

test('copies that arrive together are analysed once', async () => {
  const library = new TestLibrary();
  for (let n = 0; n < 6; n++) put(library.folder, `copy ${n}.wav`, wav(1));
  expect(await library.index()).toMatchObject({ ...NOTHING, added: 6, analysed: 1 });
  expect(library.computed()).toHaveLength(1);
});

test('files that trade names keep their own histories', async () => {
  const library = new TestLibrary();
  const [a, b] = ['a.wav', 'b.wav'].map((name, n) => put(library.folder, name, wav(n)));
  await library.index();
  const [idA, idB] = [a, b].map((path) => getTrackByPath(library.db, path)!.id);
  renameSync(a, join(library.folder, 'x'));
  renameSync(b, a);
  renameSync(join(library.folder, 'x'), b);
  // Two files of one size may have been written within one tick of the clock.
  utimesSync(a, new Date(), new Date(1_600_000_000_000));
  utimesSync(b, new Date(), new Date(1_650_000_000_000));

  expect(await library.index()).toMatchObject({ ...NOTHING, moved: 2 });
  expect(getTrackByPath(library.db, a)!.id).toBe(idB);
  expect(getTrackByPath(library.db, b)!.id).toBe(idA);
  expect(library.computed()).toHaveLength(2);
});

test('other content under the same name is analysed anew, and the old curve serves until then', async () => {
  const library = new TestLibrary();
  const path = put(library.folder, 'a.wav', wav(1));
  await library.index();
  const { id } = getTrackByPath(library.db, path)!;
  const before = getCurve(library.db, id)!.curve;
  writeFileSync(path, wav(2, 300));

  expect(await library.index()).toMatchObject({ ...NOTHING, updated: 1, analysed: 1 });
  expect(getTrackByPath(library.db, path)!.id).toBe(id);
  expect(getCurve(library.db, id)!.curve).not.toEqual(before);
});

test('a file that is gone is kept as missing, and revived when it is back', async () => {
  const library = new TestLibrary();
  const path = put(library.folder, 'a.wav', wav(1));
  put(library.folder, 'b.wav', wav(2));
  await library.index();
  const { id } = getTrackByPath(library.db, path)!;
  const { atime, mtime } = statSync(path);
  rmSync(path);

  expect(await library.index({ now: () => 5000 })).toMatchObject({ ...NOTHING, unchanged: 1, missing: 1 });
  expect(getTrackByPath(library.db, path)!.missingSinceMs).toBe(5000);
  expect(await library.index({ now: () => 6000 })).toMatchObject({ ...NOTHING, unchanged: 1, missing: 1 });
  expect(getTrackByPath(library.db, path)!.missingSinceMs).toBe(5000);

  put(library.folder, 'a.wav', wav(1));
  utimesSync(path, atime, mtime);
  expect(await library.index()).toMatchObject({ ...NOTHING, unchanged: 1, updated: 1 });
  expect(getTrackByPath(library.db, path)).toMatchObject({ id, missingSinceMs: null });
  expect(library.computed()).toHaveLength(2);
});

test('a newer model analyses everything anew; an older curve stays where that fails', async () => {
  const library = new TestLibrary();
  const path = put(library.folder, 'a.wav', wav(1));
  await library.index();
  expect(await library.index({ modelVersion: 'model-2' })).toMatchObject({
    ...NOTHING,
    unchanged: 1,
    analysed: 1,
  });
  const { id } = getTrackByPath(library.db, path)!;
  expect(getCurve(library.db, id)!.modelVersion).toBe('model-2');

  const noTime = { timeLimitSeconds: () => 0 };
  expect(await library.index({ modelVersion: 'model-3', analysis: noTime })).toMatchObject({
    failed: 1,
    analysed: 0,
  });
  expect(getCurve(library.db, id)!.modelVersion).toBe('model-2');
});
