import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const MAIN = fileURLToPath(new URL('../../src-core/training/main.ts', import.meta.url));

function train(...args: string[]): { status: number | null; stderr: string } {
  return spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8' });
}

it.each([
  [
    ['everything', '--data', '.'],
    2,
    /'everything' is invalid for argument 'model'. Allowed choices are clip, sequence, all/,
  ],
  [['clip', '--data', '.', '--recipe', 'secret'], 2, /'secret' is invalid. Allowed choices are paper, segue/],
  [['clip', '--data', '.', '--seed', 'x'], 2, /'x' is invalid. Give a whole number/],
  [['clip', '--data', '/nowhere/at/all'], 1, /no data folder at \/nowhere\/at\/all; name it with --data/],
])('says what is wrong in one line: train %j', (args, status, message) => {
  const result = train(...args);
  expect(result.stderr).toMatch(message);
  expect(result.stderr.trim().split('\n')).toHaveLength(1);
  expect(result.status).toBe(status);
});
