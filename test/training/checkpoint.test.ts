import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  checkpointFolder,
  checkpointsIn,
  forgetCheckpoints,
} from '../../src-core/training/run/checkpoint.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'segue-checkpoint-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const STATE = { weights: Float32Array.of(1, 2, 3), epoch: 2 };

it('gives back what was saved last, typed arrays and all, to a run that resumes', async () => {
  const first = await checkpointsIn<typeof STATE>(folder)('fold 0, member 1', 'key');
  expect(await first.load()).toBeNull();
  await first.save({ ...STATE, epoch: 1 });
  await first.save(STATE);
  expect(await readdir(folder)).toEqual(['fold-0-member-1.bin']);
  const resumed = await checkpointsIn<typeof STATE>(folder)('fold 0, member 1', 'key');
  expect(await resumed.load()).toEqual(STATE);
});

it('does not hand one setting the state of another', async () => {
  await (await checkpointsIn<typeof STATE>(folder)('fit', 'old settings')).save(STATE);
  expect(await (await checkpointsIn<typeof STATE>(folder)('fit', 'new settings')).load()).toBeNull();
});

it('forgets the runs that it is told to forget', async () => {
  const load = (run: string): Promise<typeof STATE | null> =>
    checkpointsIn<typeof STATE>(checkpointFolder(folder, run))('fit', 'key').then((fit) => fit.load());
  for (const run of ['one', 'other']) {
    await (await checkpointsIn<typeof STATE>(checkpointFolder(folder, run))('fit', 'key')).save(STATE);
  }
  await forgetCheckpoints(folder, ['one']);
  expect(await load('one')).toBeNull();
  expect(await load('other')).toEqual(STATE);
});

it('is not misled by a half-written state', async () => {
  const checkpoint = await checkpointsIn<typeof STATE>(folder)('fit', 'key');
  await checkpoint.save(STATE);
  await writeFile(join(folder, 'fit.bin.partial'), 'torn');
  expect(await checkpoint.load()).toEqual(STATE);
});
