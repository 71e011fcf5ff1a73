import { expect, test } from 'vitest';
import { libraryStatus } from '../../src-core/database/library-status.ts';
import { addFolder, listFolders, markFolderScanned } from '../../src-core/database/folders.ts';
import {
  clearOutcome,
  countFailedBelow,
  listProblems,
  listProblemsBelow,
  recordProblem,
  recordSuccess,
} from '../../src-core/database/outcomes.ts';
import { setMissing } from '../../src-core/database/scan-lookup.ts';
import { addAnalysedTrack, addTrack, analysis, openLibrary } from './open-library.ts';

const bad = (path: string, trackId?: number) =>
  ({ path, trackId, outcome: 'failed', code: 'corrupt-audio', message: 'It is broken.' }) as const;

test('problems are listed until they are solved; a later outcome replaces an earlier one', () => {
  const db = openLibrary();
  const id = addTrack(db, '/music/a.mp3');
  recordProblem(db, bad('/music/a.mp3', id), 10);
  recordProblem(db, { ...bad('/music/b'), outcome: 'skipped', code: 'name-not-utf8' }, 20);
  expect(listProblems(db)).toEqual([
    {
      path: '/music/a.mp3',
      trackId: id,
      outcome: 'failed',
      code: 'corrupt-audio',
      message: 'It is broken.',
      atMs: 10,
    },
    {
      path: '/music/b',
      trackId: null,
      outcome: 'skipped',
      code: 'name-not-utf8',
      message: 'It is broken.',
      atMs: 20,
    },
  ]);
  recordSuccess(db, '/music/a.mp3', id, 30);
  clearOutcome(db, '/music/b');
  expect(listProblems(db)).toEqual([]);
});

test('a folder has the problems at and below it, not those of one whose name begins alike', () => {
  const db = openLibrary();
  for (const path of ['/m%/x', '/m%', '/m%.mp3', '/m%2/x', '/mx/x']) recordProblem(db, bad(path), 1);
  expect(listProblemsBelow(db, '/m%').map(({ path }) => path)).toEqual(['/m%', '/m%/x']);
  expect(countFailedBelow(db, '/m%')).toBe(2);
  expect(countFailedBelow(db, '/')).toBe(5);
});

test('the status counts tracks by where they stand', () => {
  const db = openLibrary();
  addFolder(db, '/music', 1);
  addFolder(db, '/music', 2);
  markFolderScanned(db, '/music', 3);
  addAnalysedTrack(db, '/music/1.mp3', analysis(20));
  addAnalysedTrack(db, '/music/2.mp3', analysis(40, { modelVersion: 'model-2' }));
  addTrack(db, '/music/pending.mp3');
  const failed = addTrack(db, '/music/failed.mp3', { durationSeconds: 5 });
  recordProblem(db, bad('/music/failed.mp3', failed), 1);
  const gone = addTrack(db, '/music/gone.mp3', { durationSeconds: 100 });
  setMissing(db, gone, 1);
  recordProblem(db, bad('/music/gone.mp3', gone), 1);
  recordProblem(db, { ...bad('/music/odd'), outcome: 'skipped' }, 1);

  expect(libraryStatus(db)).toEqual({
    folders: [{ id: 1, path: '/music', addedAtMs: 1, scannedAtMs: 3 }],
    tracks: 4,
    missing: 1,
    withCurve: 2,
    pending: 1,
    failed: 1,
    skipped: 1,
    durationSeconds: 10 + 20 + 5,
    modelVersions: { 'model-1': 1, 'model-2': 1 },
  });
  expect(listFolders(db)).toHaveLength(1);
});
