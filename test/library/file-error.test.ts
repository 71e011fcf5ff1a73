import { chmodSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SegueError } from '../../src-core/contract/errors.ts';
import { listProblems } from '../../src-core/database/outcomes.ts';
import { toFileError } from '../../src-core/library/file-error.ts';
import { put, wav } from './files.ts';
import { TestLibrary } from './index-test-library.ts';

test.each([
  ['ENOENT', 'not-found'],
  ['ENOTDIR', 'not-found'],
  ['ELOOP', 'not-found'],
  ['EACCES', 'permission-denied'],
  ['EPERM', 'permission-denied'],
  ['EISDIR', 'not-a-file'],
  ['EIO', 'read-failed'],
  ['ESTALE', 'read-failed'],
])('%s is %s', (systemCode, code) => {
  const cause = Object.assign(new Error('as the system says it'), { code: systemCode });
  expect(toFileError(cause, '/a.mp3')).toMatchObject({ code, path: '/a.mp3', cause });
});

test('what has a code already keeps it', () => {
  const error = new SegueError('corrupt-audio', 'It is broken.');
  expect(toFileError(error, '/a.mp3')).toBe(error);
});

// The superuser may read everything.
const isSuperuser = process.getuid?.() === 0 || process.platform === 'win32';
test.skipIf(isSuperuser)(
  'files and folders without permission are reported and their tracks kept',
  async () => {
    const library = new TestLibrary();
    const file = put(library.folder, 'a.wav', wav(1));
    const folder = `${library.folder}/closed`;
    put(library.folder, 'closed/b.wav', wav(2));
    put(library.folder, 'c.wav', wav(3));
    await library.index();
    put(library.folder, 'a.wav', wav(4, 300));
    chmodSync(file, 0);
    chmodSync(folder, 0);
    try {
      expect(await library.index()).toMatchObject({ unchanged: 1, missing: 0, failed: 2 });
      expect(listProblems(library.db).map(({ path, code }) => [path, code])).toEqual([
        [file, 'permission-denied'],
        [folder, 'permission-denied'],
      ]);
    } finally {
      chmodSync(folder, 0o700);
    }
  },
);
