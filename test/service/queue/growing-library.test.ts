import { expect, onTestFinished, test } from 'vitest';
import type { Queue } from '../../../src-core/contract/api/index.ts';
import { closeDatabase, type WritableDB } from '../../../src-core/database/handle.ts';
import { openDatabase } from '../../../src-core/database/open-database.ts';
import { loadForecaster } from '../../../src-core/service/load-forecaster.ts';
import { FlowPlanner } from '../../../src-core/service/queue/flow-planner.ts';
import { QueueKeeper } from '../../../src-core/service/queue/queue-keeper.ts';
import { addNumbered, libraryOf } from '../core/connect-core.ts';

interface Keeping {
  readonly db: WritableDB;
  readonly keeper: QueueKeeper;
}

async function keep(tracks: number): Promise<Keeping> {
  const { db } = openDatabase(libraryOf(tracks));
  const forecaster = await loadForecaster(() => undefined);
  const planner = new FlowPlanner(db, forecaster, () => undefined);
  onTestFinished(() => {
    planner.close();
    closeDatabase(db);
  });
  return {
    db,
    keeper: new QueueKeeper({ db, planner, now: () => 1e12, seed: 7, onChange: () => undefined }),
  };
}

/** More tracks are listened to, up to the one of this number. */
function listenTo({ db, keeper }: Keeping, from: number, to: number): Queue {
  for (let n = from; n <= to; n++) addNumbered(db, n, true);
  keeper.libraryChanged('tracks');
  keeper.curvesReady(to - from + 1);
  return keeper.queue;
}

const library = { kind: 'library' } as const;
const ids = ({ upcoming }: Queue): number[] => upcoming.map(({ track }) => track.id);

test('what was picked among few is picked anew among many, and then carries on better', async () => {
  const young = await keep(4);
  const before = young.keeper.play(library, 1);
  const after = listenTo(young, 5, 60);
  expect(after.upcoming).toHaveLength(20);
  expect(ids(after).slice(0, 3)).not.toEqual(ids(before));
  expect(after.upcoming[0].seamDistance).toBeLessThan(before.upcoming[0].seamDistance!);
});

test('what is pinned or put there by hand stays where it was', async () => {
  const young = await keep(4);
  const { upcoming } = young.keeper.play(library, 1);
  young.keeper.edit('Pinned', {
    ...young.keeper.model,
    upcoming: young.keeper.model.upcoming.map((entry, i) => (i === 1 ? { ...entry, pinned: true } : entry)),
  });
  const after = listenTo(young, 5, 60);
  expect(after.upcoming[1].entryId).toBe(upcoming[1].entryId);
});

test('a few tracks more leave what is lined up as it is', async () => {
  const keeping = await keep(40);
  const before = keeping.keeper.play(library, 1);
  expect(ids(listenTo(keeping, 41, 50))).toEqual(ids(before));
});
