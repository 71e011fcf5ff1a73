import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { expect, test } from 'vitest';
import { closeDatabase, connectionOf } from '../../src-core/database/handle.ts';
import { openDatabase } from '../../src-core/database/open-database.ts';
import { all } from '../../src-core/database/statement.ts';
import { makeFolder } from '../support/make-folder.ts';
import { put, wav } from './files.ts';

const CHILD = fileURLToPath(new URL('./workers/index-in-child.ts', import.meta.url));
const FILES = 150;
const KILLS = 10;
const WORKERS = 2;

/** Runs an index in a process of its own; kills it once it has reported `killAfterSteps` steps of progress. */
async function runIndex(
  databasePath: string,
  folder: string,
  log: string,
  killAfterSteps: number,
): Promise<string | null> {
  const child = spawn(process.execPath, [CHILD, databasePath, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, SEGUE_TEST_LOG: log },
  });
  let steps = 0;
  child.stdout.on('data', (bytes: Buffer) => {
    steps += bytes.length;
    if (steps >= killAfterSteps) child.kill('SIGKILL');
  });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  return signal;
}

/** What the database holds; opened as the next program would, so that SQLite replays what the killed one left. */
function inspect(databasePath: string): { paths: string[]; withCurve: string[] } {
  const { db, setAside } = openDatabase(databasePath);
  try {
    expect(setAside).toBeNull();
    expect(connectionOf(db).sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    const pathsOf = (sql: string): string[] => all<{ path: string }>(db, sql).map(({ path }) => path);
    return {
      paths: pathsOf('SELECT path FROM tracks ORDER BY path'),
      withCurve: pathsOf('SELECT path FROM tracks t JOIN curves c ON c.track_id = t.id ORDER BY path'),
    };
  } finally {
    closeDatabase(db);
  }
}

test('killed at ten random moments, the library stays whole and repeats only what was in flight', async () => {
  const [folder, beside] = [makeFolder(), makeFolder()];
  const [databasePath, log] = [join(beside, 'library.db'), join(beside, 'computed.log')];
  const paths = Array.from({ length: FILES }, (_, n) => put(folder, `${n % 7}/${n}.wav`, wav(n))).sort();
  const computed = (): string[] =>
    existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(0, -1) : [];
  const random = xoroshiro128plus(20_261_130);

  let kept: string[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    const linesBefore = computed().length;
    // Each file is two steps and each folder one, so that early kills strike the scan and none the very end.
    expect(await runIndex(databasePath, folder, log, uniformInt(random, 1, 30))).toBe('SIGKILL');
    const { withCurve } = inspect(databasePath);
    expect(withCurve).toEqual(expect.arrayContaining(kept));
    const computedNow = computed().slice(linesBefore);
    expect(computedNow.filter((path) => kept.includes(path))).toEqual([]);
    expect(computedNow.length - (withCurve.length - kept.length)).toBeLessThanOrEqual(WORKERS);
    kept = withCurve;
  }
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.length).toBeLessThan(FILES);

  const linesBefore = computed().length;
  expect(await runIndex(databasePath, folder, log, Infinity)).toBeNull();
  expect(inspect(databasePath)).toEqual({ paths, withCurve: paths });
  const resumed = computed().slice(linesBefore).sort();
  expect(resumed).toEqual(paths.filter((path) => !kept.includes(path)));
}, 180_000);
