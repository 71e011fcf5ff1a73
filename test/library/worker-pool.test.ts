import { expect, onTestFinished, test } from 'vitest';
import { SegueError } from '../../src-core/contract/errors.ts';
import {
  AnalysisPool,
  defaultWorkers,
  type AnalysisPoolOptions,
} from '../../src-core/library/analysis-pool.ts';
import { QUICK_WORKER } from './index-test-library.ts';
import { makeFolder } from '../support/make-folder.ts';
import { put, wav } from './files.ts';

const GIVEN_UP = { status: 'rejected', reason: { name: 'AbortError' } };

function makePool(options: AnalysisPoolOptions = {}): AnalysisPool {
  const pool = new AnalysisPool({
    workers: 2,
    workerUrl: QUICK_WORKER,
    modelDirectory: 'model-1',
    ...options,
  });
  onTestFinished(() => pool.close());
  return pool;
}

test('files are analysed in threads, however many are asked for at once', async () => {
  const [pool, folder] = [makePool(), makeFolder()];
  const paths = Array.from({ length: 20 }, (_, n) => put(folder, `${n}.wav`, wav(n)));
  const results = await Promise.all(paths.map((path) => pool.analyse(path)));
  expect(results.map(({ modelVersion }) => modelVersion)).toEqual(paths.map(() => 'model-1'));
  expect(results[3].curve.arousal).toBeInstanceOf(Float32Array);
  expect(results[3].curve).not.toEqual(results[4].curve);
});

function describeError(error: unknown, path: string): string {
  if (!(error instanceof SegueError)) return String(error);
  return error.path === path ? error.code : `${error.code} of ${error.path ?? 'no file'}`;
}

test('a worker that fails, dies or hangs harms its own file only', async () => {
  const pool = makePool({ timeLimitSeconds: (size) => (size === 2 ? 0.5 : 60) });
  const folder = makeFolder();
  const outcome = (name: string, content: Buffer | string): Promise<string> => {
    const path = put(folder, name, content);
    return pool.analyse(path).then(
      () => 'ok',
      (error: unknown) => describeError(error, path),
    );
  };
  const outcomes = await Promise.all([
    outcome('1.wav', wav(1)),
    outcome('exit.wav', wav(2)),
    outcome('hang.wav', 'xx'),
    outcome('2.wav', wav(3)),
    outcome('text.wav', 'text'),
    outcome('stall.wav', 'xx'),
    outcome('3.wav', wav(4)),
  ]);
  expect(outcomes).toEqual(['ok', 'worker-crashed', 'time-limit', 'ok', 'not-audio', 'time-limit', 'ok']);
  await expect(pool.analyse('/nowhere/a.wav')).rejects.toMatchObject({
    code: 'not-found',
    path: '/nowhere/a.wav',
  });
});

test('a script that does not load fails the file, not the program', async () => {
  const pool = makePool({ workerUrl: new URL('./workers/no-such-worker.ts', import.meta.url) });
  await expect(pool.analyse(put(makeFolder(), 'a.wav', wav(1)))).rejects.toMatchObject({
    code: 'worker-crashed',
  });
});

test('what runs and what waits is given up when stopped, and the pool goes on', async () => {
  const [pool, folder] = [makePool(), makeFolder()];
  const stop = new AbortController();
  const paths = ['hang 1', 'hang 2', 'stall 3'].map((name) => put(folder, `${name}.wav`, wav(1)));
  const runs = paths.map((path) => pool.analyse(path, { signal: stop.signal }));
  stop.abort();
  for (const run of await Promise.allSettled(runs)) expect(run).toMatchObject(GIVEN_UP);
  await expect(pool.analyse(put(folder, 'a.wav', wav(1)))).resolves.toMatchObject({ sampleRateHz: 8000 });
});

test('closing gives up what runs and what waits, and takes nothing more', async () => {
  const [pool, folder] = [makePool({ workers: 1 }), makeFolder()];
  const path = put(folder, 'hang.wav', wav(1));
  const runs = Promise.allSettled([pool.analyse(path), pool.analyse(path)]);
  await pool.close();
  for (const run of await runs) expect(run).toMatchObject(GIVEN_UP);
  await expect(pool.analyse(path)).rejects.toMatchObject({ name: 'AbortError' });
});

test('one core is left free, and four workers are enough', () => {
  expect([1, 2, 4, 5, 64].map((cores) => defaultWorkers(cores))).toEqual([1, 1, 3, 4, 4]);
});
