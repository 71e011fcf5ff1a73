import { expect, test } from 'vitest';
import { remapPath } from '../../../src-core/database/backup/remap-path.ts';

test.each([
  ['/a/b/c.mp3', '/a/b', '/x', '/x/c.mp3'],
  ['/a/b/c.mp3', '/a/b/', '/x/', '/x/c.mp3'],
  ['/a/bc/d.mp3', '/a/b', '/x', '/a/bc/d.mp3'],
  ['/a/b', '/a/b', '/x/y', '/x/y'],
  ['/a/with\\slash.mp3', '/a', '/x', '/x/with\\slash.mp3'],
  ['C:\\Music\\Band\\1.mp3', 'C:\\Music', '/home/me/Music', '/home/me/Music/Band/1.mp3'],
  ['/music/Band/1.mp3', '/music', 'D:\\Music', 'D:\\Music\\Band\\1.mp3'],
])('%s with %s at %s is %s', (path, from, to, expected) => {
  expect(remapPath(path, [{ from, to }])).toBe(expected);
});
