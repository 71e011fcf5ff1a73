/**
 * Opens a library in this process as the server does and prints, as JSON, what its use costs.
 *
 * Usage: node probe-core.ts FILE
 */
import { openCore } from '../../src-core/service/core/open-core.ts';

const [, , dbPath] = process.argv;
/** Rounds of what can be repeated; the best one counts, since what else goes on in the computer only ever adds. */
const ROUNDS = 3;

export interface CoreCosts {
  readonly tracks: number;
  readonly openMs: number;
  readonly searchMs: number;
  readonly sortMs: number;
  readonly albumsMs: number;
  readonly moodPointsMs: number;
  readonly moodPointsBytes: number;
  readonly firstPlayMs: number;
  readonly advanceMs: number;
  readonly memoryBytes: number;
}

/** Milliseconds of this process's CPU time. */
async function cost(work: () => unknown, rounds = ROUNDS): Promise<number> {
  let best = Infinity;
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

let core!: Awaited<ReturnType<typeof openCore>>;
const openMs = await cost(async () => {
  core = await openCore({ dbPath, version: 'bench', seed: 1 });
}, 1);
const { methods } = core;
await methods.stopIndexing();
const page = { offset: 0, limit: 100 };
const { total } = await methods.listTracks(page);
const advance = async (): Promise<unknown> => {
  const { current } = await methods.getQueue();
  return methods.advance({ entryId: current!.entryId, reason: 'finished', atSeconds: 100 });
};
const costs: CoreCosts = {
  tracks: total,
  openMs,
  searchMs: await cost(() => methods.listTracks({ search: 'blue riv', ...page })),
  sortMs: await cost(() => methods.listTracks({ sort: 'title', ...page, offset: total - 100 })),
  albumsMs: await cost(() => methods.listAlbums({ sort: 'added', ...page })),
  moodPointsMs: await cost(() => methods.moodPoints()),
  moodPointsBytes: JSON.stringify(await methods.moodPoints()).length,
  firstPlayMs: await cost(() => methods.playContext({ kind: 'library' }), 1),
  advanceMs: await cost(advance),
  memoryBytes: process.memoryUsage.rss(),
};
await core.close();
process.stdout.write(`${JSON.stringify(costs)}\n`);
