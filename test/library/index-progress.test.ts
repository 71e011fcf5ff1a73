import { expect, test } from 'vitest';
import { ProgressCounter } from '../../src-core/library/index-progress.ts';
import type { IndexProgress } from '../../src-core/library/index-types.ts';

test('rate by files, time left by bytes, both since analysis began', () => {
  let now = 0;
  const reports: IndexProgress[] = [];
  const counter = new ProgressCounter(
    () => now,
    (progress) => reports.push(progress),
  );
  const last = (): IndexProgress => reports[reports.length - 1];

  counter.filesFound(3);
  expect(last()).toEqual({
    phase: 'scanning',
    found: 3,
    done: 0,
    total: 0,
    filesPerSecond: null,
    secondsLeft: null,
    currentPath: null,
  });
  for (const size of [1000, 3000, 4000]) counter.fileQueued(size);
  now = 10_000;
  counter.fileStarted('/a.mp3');
  expect(last()).toMatchObject({ total: 3, done: 0, secondsLeft: null, currentPath: '/a.mp3' });
  now = 12_000;
  counter.fileDone(1000);
  expect(last()).toMatchObject({ done: 1, filesPerSecond: 0.5, secondsLeft: 14 });
  counter.scanEnded();
  now = 14_000;
  counter.fileDone(3000);
  expect(last()).toMatchObject({ phase: 'analysing', done: 2, filesPerSecond: 0.5, secondsLeft: 4 });
});
