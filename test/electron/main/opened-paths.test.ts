import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { pathsFromArguments } from '../../../electron/main/opened-paths.ts';
import { makeFolder } from '../../support/make-folder.ts';

const here = import.meta.dirname;

test('takes files and folders, and makes them absolute', () => {
  expect(pathsFromArguments(['opened-paths.test.ts', here], here)).toEqual([import.meta.filename, here]);
});

test('passes over switches, what is not there, and nothing at all', () => {
  expect(pathsFromArguments(['--inspect=1', '-x', '', 'missing.mp3', 'https://example.com'], here)).toEqual(
    [],
  );
});

test('takes the addresses by which Linux names what was double-clicked', () => {
  const song = join(makeFolder(), 'Ein Stück 100%.mp3');
  writeFileSync(song, '');
  const args = [pathToFileURL(song).href, 'file:///missing.mp3', 'file://elsewhere/song.mp3', 'file:///%zz'];
  expect(pathsFromArguments(args, here)).toEqual([song]);
});

test('leaves it to the core to say what cannot be looked at, and starts all the same', () => {
  const folder = makeFolder();
  symlinkSync('circle.mp3', join(folder, 'circle.mp3'));
  const tooLong = 'a'.repeat(300);
  expect(pathsFromArguments(['circle.mp3', tooLong, 'file:///a%00.mp3'], folder)).toEqual([
    join(folder, 'circle.mp3'),
    join(folder, tooLong),
    '/a\0.mp3',
  ]);
});
