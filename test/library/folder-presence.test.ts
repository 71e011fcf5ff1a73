import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { FolderPresence } from '../../src-core/library/folder-presence.ts';

test('says whether a folder is there', async () => {
  const presence = new FolderPresence();
  const asked = [import.meta.dirname, `${import.meta.dirname}/nothing`];
  expect(await Promise.all(asked.map((path) => presence.isThere(path)))).toEqual([true, false]);
});

test('a drive that does not answer counts as away, holds up nothing else, and is asked once', async () => {
  const answers: (() => void)[] = [];
  const ask = (path: string): Promise<void> =>
    path === '/well' ? Promise.resolve() : new Promise((resolve) => answers.push(resolve));
  const presence = new FolderPresence(ask, 0);
  expect(await presence.isThere('/nas')).toBe(false);
  expect(await presence.isThere('/nas')).toBe(false);
  expect(answers).toHaveLength(1);
  expect(await presence.isThere('/well')).toBe(true);

  answers[0]();
  await setImmediate();
  void presence.isThere('/nas');
  expect(answers).toHaveLength(2);
});
