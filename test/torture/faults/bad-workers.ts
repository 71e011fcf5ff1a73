import { join } from 'node:path';
import { put, wav } from '../../library/files.ts';
import { listProblems } from '../../../src-core/database/outcomes.ts';
import { startChild } from '../child.ts';
import { inspect, madeIn, makeLibrary, makeMusic } from '../library.ts';
import { expectAll, expectEqual, type Fault } from '../round.ts';

/** Files on which a worker crashes, hangs or runs out of memory are named with the reason; all others get their curves. */
export const breakWorkers: Fault = async (round) => {
  const [dbPath, music] = [join(round.folder, 'library.db'), join(round.folder, 'music')];
  makeLibrary(dbPath, 60, round);
  makeMusic(music, 30);
  const kinds = ['exit', 'hang', 'stall', 'hungry'] as const;
  const bad = Array.from({ length: 3 }, (_, n) => round.pick(kinds) + String(n));
  bad.forEach((name, n) => put(music, `${name}.wav`, wav(1000 + n)));
  const { found: made } = await inspect(dbPath, 1, madeIn);
  const child = startChild(round, 'index', [dbPath, music, '15']);
  await child.ended;
  const { found } = await inspect(dbPath, 1, (db) => ({
    made: madeIn(db),
    problems: listProblems(db).map(({ path, code }) => `${path} ${code}`),
  }));
  expectAll(found.made, made, 'what was made');
  const code = (name: string): string => (/^(hang|stall)/.test(name) ? 'time-limit' : 'worker-crashed');
  const wanted = bad.map((name) => `${join(music, `${name}.wav`)} ${code(name)}`);
  expectEqual(found.problems.sort(), wanted.sort(), 'problems');
  return undefined;
};
