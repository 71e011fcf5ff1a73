import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { makeFolder } from './make-folder.ts';

test('whatever a process of the tests asks of the network is refused and written down', async () => {
  const log = join(makeFolder(), 'network.log');
  const script =
    "fetch('http://192.0.2.1/').then(() => 'answered', () => 'refused').then((x) => console.log(x))";
  const env = { ...process.env, SEGUE_TEST_NETWORK_LOG: log };
  const { stdout } = await promisify(execFile)(process.execPath, ['--eval', script, 'here'], { env });
  expect(stdout.trim()).toBe('refused');
  expect(readFileSync(log, 'utf8')).toBe('192.0.2.1 from here\n');
});
