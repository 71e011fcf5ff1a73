import { join } from 'node:path';
import { startChild } from '../child.ts';
import { inspect, madeIn, makeLibrary, makeMusic } from '../library.ts';
import { expectAll, type Fault } from '../round.ts';

const FILES = 120;

/** Killed at any step, the index carries on where it was, and what the listener made is not touched. */
export const killIndexing: Fault = async (round) => {
  const [dbPath, music] = [join(round.folder, 'library.db'), join(round.folder, 'music')];
  makeLibrary(dbPath, 100, round);
  makeMusic(music, FILES);
  const { found: made } = await inspect(dbPath, 1, madeIn);
  const killAt = 1 + round.below(2 * FILES);
  const child = startChild(round, 'index', [dbPath, music]);
  child.process.stdout!.on('data', () => {
    if (child.output().length >= killAt) child.process.kill('SIGKILL');
  });
  await child.ended;
  const { found, told } = await inspect(dbPath, 1, madeIn);
  if (told.length > 0) throw new Error(`set aside: ${told.join(' ')}`);
  expectAll(found, made, 'what was made');

  const again = startChild(round, 'index', [dbPath, music]);
  const summary = (await again.result()) as Record<string, number>;
  const known = summary.added + summary.unchanged + summary.updated + summary.moved;
  if (known !== FILES || summary.failed > 0)
    throw new Error(`it did not carry on: ${JSON.stringify(summary)}`);
  return undefined;
};
