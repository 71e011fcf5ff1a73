import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '../support/random.ts';
import { watchOpens } from './watch-opens.ts';

/** Runs cases in a process of its own, as they are asked for: `runner.ts FOLDER`. */
const [scratch] = process.argv.slice(2);
const strayed = watchOpens(() => scratch);
const { TARGETS } = await import('./targets/index.ts');

export interface Asked {
  readonly seed: number;
  readonly number: number;
}
export interface Answered {
  readonly number: number;
  readonly target: string;
  /** What was not as promised; null: nothing. */
  readonly finding: string | null;
  readonly residentBytes: number;
}

process.on('message', ({ seed, number }: Asked) => {
  void runCase(seed, number).then((answer) => process.send!(answer));
});
process.on('unhandledRejection', (error) => {
  throw error;
});
process.send!('ready');

async function runCase(seed: number, number: number): Promise<Answered> {
  const [target, run] = TARGETS[number % TARGETS.length];
  const folder = join(scratch, String(number));
  mkdirSync(folder);
  let finding: string | null = null;
  try {
    await run({ ...createRandom((seed * 65_537 + number) | 0), folder });
  } catch (error) {
    finding = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  rmSync(folder, { recursive: true, force: true });
  if (strayed.length > 0) finding ??= `it opened ${strayed.splice(0).join(', ')}`;
  return { number, target, finding, residentBytes: process.memoryUsage.rss() };
}
