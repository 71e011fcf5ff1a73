import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { claimLibrary } from '../../src-core/database/instance-lock.ts';
import { openReadable } from '../../src-core/database/open-readable.ts';
import { closeDatabase } from '../../src-core/database/handle.ts';
import { databasePath, openLibrary } from './open-library.ts';

const CHILD = fileURLToPath(new URL('./workers/hold-library.ts', import.meta.url));
const inUse = expect.objectContaining({ code: 'library-in-use' }) as Error;

test('a library is one program’s until it lets go; reading needs no claim', () => {
  const path = databasePath();
  openLibrary(path);
  const lock = claimLibrary(path);
  expect(() => claimLibrary(path)).toThrow(inUse);
  closeDatabase(openReadable(path));
  lock.release();
  claimLibrary(path).release();
});

test('a program that is killed leaves no claim behind', async () => {
  const path = databasePath();
  const child = spawn(process.execPath, [CHILD, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  expect(() => claimLibrary(path)).toThrow(inUse);
  child.kill('SIGKILL');
  await once(child, 'exit');
  claimLibrary(path).release();
});
