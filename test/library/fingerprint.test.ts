import { copyFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fingerprintFile } from '../../src-core/library/fingerprint.ts';
import { makeFolder } from '../support/make-folder.ts';
import { put } from './files.ts';

const LARGE_BYTES = 1_000_000;

test('copies have one fingerprint, whatever their names and times', async () => {
  const folder = makeFolder();
  const original = put(folder, 'a', Buffer.alloc(LARGE_BYTES, 'music'));
  const copy = join(folder, 'b');
  copyFileSync(original, copy);
  utimesSync(copy, 0, 0);
  const [a, b] = await Promise.all([original, copy].map(fingerprintFile));
  expect(a.fingerprint).toMatch(/^[0-9a-f]{32}$/);
  expect(b.fingerprint).toBe(a.fingerprint);
  expect(b).toMatchObject({ path: copy, sizeBytes: LARGE_BYTES, mtimeMs: 0 });
  expect(a.mtimeMs).toBeCloseTo(statSync(original).mtimeMs, 2);
});

test.each([
  ['of a small file', 1000, [0, 500, 999]],
  [
    'at the start, in the middle and at the end of a large one',
    LARGE_BYTES,
    [0, LARGE_BYTES / 2, LARGE_BYTES - 1],
  ],
])('one other byte %s is another fingerprint', async (_, size, places) => {
  const folder = makeFolder();
  const prints = new Set<string>();
  for (const place of [null, ...places]) {
    const content = Buffer.alloc(size, 'music');
    if (place !== null) content[place] ^= 1;
    prints.add((await fingerprintFile(put(folder, 'x', content))).fingerprint);
  }
  prints.add((await fingerprintFile(put(folder, 'x', Buffer.alloc(size + 1, 'music')))).fingerprint);
  expect(prints.size).toBe(places.length + 2);
});

test('what cannot be read says why', async () => {
  const folder = makeFolder();
  const codeOf = (path: string): Promise<unknown> =>
    fingerprintFile(path).then(
      () => null,
      (error: unknown) => error,
    );
  expect(await codeOf(put(folder, 'empty', ''))).toMatchObject({ code: 'empty-file' });
  expect(await codeOf(join(folder, 'nothing'))).toMatchObject({
    code: 'not-found',
    path: join(folder, 'nothing'),
  });
  expect(await codeOf(folder)).toMatchObject({ code: 'not-a-file' });
});
