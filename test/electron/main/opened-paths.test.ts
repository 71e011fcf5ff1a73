import { expect, test } from 'vitest';
import { pathsFromArguments } from '../../../electron/main/opened-paths.ts';

const here = import.meta.dirname;

test('takes files and folders, and makes them absolute', () => {
  expect(pathsFromArguments(['opened-paths.test.ts', here], here)).toEqual([import.meta.filename, here]);
});

test('passes over switches, what is not there, and nothing at all', () => {
  expect(pathsFromArguments(['--inspect=1', '-x', '', 'missing.mp3', 'https://example.com'], here)).toEqual(
    [],
  );
});
