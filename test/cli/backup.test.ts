import { copyFileSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { makeFolder } from '../support/make-folder.ts';
import { jsonLines, runSegue } from './run-segue.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/audio/', import.meta.url));

test('a library is exported, its music moves, and on another computer nothing is analysed again', async () => {
  const folder = makeFolder();
  const at = (...names: string[]): string => join(folder, ...names);
  mkdirSync(at('music'));
  for (const name of ['arpeggio.flac', 'mono.opus']) copyFileSync(join(FIXTURES, name), at('music', name));
  const old = ['--db', at('old', 'library.db')];
  const fresh = ['--db', at('fresh', 'library.db')];
  expect(await runSegue(['index', at('music'), ...old])).toMatchObject({ exitCode: 0 });
  expect(await runSegue(['export', at('all.segue-backup'), ...old])).toMatchObject({
    exitCode: 0,
    stderr: '',
  });
  const again = await runSegue(['export', at('all.segue-backup'), ...old]);
  expect(again).toMatchObject({ exitCode: 2, stdout: '' });
  expect(again.stderr).toContain('choose another name');

  renameSync(at('music'), at('moved'));
  const imported = await runSegue([
    'import',
    at('all.segue-backup'),
    '--map',
    `${at('music')}=${at('moved')}`,
    '--json',
    ...fresh,
  ]);
  expect(imported).toMatchObject({ exitCode: 0, stderr: '' });
  expect(jsonLines(imported.stdout)).toEqual([
    expect.objectContaining({ curves: 2, awaitedTracks: 2, foldersAdded: [at('moved')], foldersAway: [] }),
  ]);
  const indexed = await runSegue(['index', at('moved'), '--json', ...fresh]);
  expect(jsonLines(indexed.stdout)).toEqual([expect.objectContaining({ analysed: 0, failed: 0, added: 0 })]);
  const status = await runSegue(['status', '--json', ...fresh]);
  expect(jsonLines(status.stdout)).toEqual([
    expect.objectContaining({ tracks: 2, withCurve: 2, missing: 0 }),
  ]);
});

test('what is no backup is refused in one line', async () => {
  const folder = makeFolder();
  const file = join(FIXTURES, 'arpeggio.flac');
  const { exitCode, stdout, stderr } = await runSegue(['import', file, '--db', join(folder, 'library.db')]);
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  expect(stderr).toMatch(/^segue: "[^\n]*" is not a whole backup of Segue: [^\n]*\n$/);
});
