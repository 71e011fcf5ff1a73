/**
 * `npm run torture [-- --seed S] [--round N] [--rounds N]`: kills Segue at random moments, fills its disk, damages its files, and
 * looks each time whether anything that the listener made is lost. About ten minutes on a quiet machine. `--seed S --round N`
 * repeats one round; where a kill falls still depends on the machine, so repeat it several times.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { wholeNumberFrom } from '../../src-core/cli/options.ts';
import { messageOf } from '../../src-core/contract/errors.ts';
import { breakWorkers } from './faults/bad-workers.ts';
import { setClock } from './faults/clock-jumps.ts';
import { damagePages } from './faults/damage.ts';
import { fillDiskUnderCore, fillDiskWhileIndexing } from './faults/full-disk.ts';
import { killCore } from './faults/kill-core.ts';
import { killIndexing } from './faults/kill-indexing.ts';
import { killMigration } from './faults/kill-migration.ts';
import { cutPower } from './faults/power-cut.ts';
import { lockByAnother, takePermissions, turnReadOnly } from './faults/refusals.ts';
import { createRandom } from '../support/random.ts';
import type { Fault, Round } from './round.ts';

/** How often each is done in 280 rounds; kills make 200 of them. */
const FAULTS: readonly (readonly [name: string, times: number, fault: Fault])[] = [
  ['kill -9 while indexing', 70, killIndexing],
  ['kill -9 while playing and editing', 90, killCore],
  ['kill -9 while migrating', 40, killMigration],
  ['power cut', 24, cutPower],
  ['damaged database', 30, damagePages],
  ['disk full under the player', 4, fillDiskUnderCore],
  ['disk full while indexing', 6, fillDiskWhileIndexing],
  ['disk turned read-only', 4, turnReadOnly],
  ['locked by another program', 2, lockByAnother],
  ['permissions taken', 4, takePermissions],
  ['workers that crash, hang and starve', 2, breakWorkers],
  ['clock set', 4, setClock],
];

const {
  seed,
  round: only,
  rounds: limit,
} = new Command()
  .option(
    '--seed <n>',
    'repeat the rounds of an earlier run',
    wholeNumberFrom(0, 2 ** 31),
    Date.now() % 2 ** 31,
  )
  .option('--round <n>', 'only this one', wholeNumberFrom(1, 1000))
  .option('--rounds <n>', 'so many, each kind in turn', wholeNumberFrom(1, 1000))
  .parse()
  .opts<{ seed: number; round?: number; rounds?: number }>();

const schedule = FAULTS.flatMap(([name, times, fault]) =>
  Array.from({ length: times }, (_, n) => ({ name, fault, at: (n + 0.5) / times })),
).sort((a, b) => a.at - b.at);

const scratch = mkdtempSync(join(tmpdir(), 'segue-torture-'));
const tally = new Map(FAULTS.map(([name]) => [name, { done: 0, lost: 0, skipped: '' }]));
console.log(`seed ${seed}`);
try {
  for (const [index, { name, fault }] of schedule.entries()) {
    const number = index + 1;
    if (only === undefined ? number > (limit ?? Infinity) : number !== only) continue;
    const count = tally.get(name)!;
    const failure = await runRound(fault, number);
    if (failure === null) count.done++;
    else if ('skipped' in failure) count.skipped = failure.skipped;
    else {
      count.lost++;
      console.log(`round ${number} (${name}): ${failure.lost}`);
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
let [rounds, lost] = [0, 0];
for (const [name, count] of tally) {
  rounds += count.done + count.lost;
  lost += count.lost;
  const note = count.skipped === '' ? '' : `, not done: ${count.skipped}`;
  console.log(
    `${String(count.done).padStart(4)} ${name}${count.lost > 0 ? `, ${count.lost} lost` : ''}${note}`,
  );
}
console.log(`${rounds} rounds, ${lost} lost (seed ${seed})`);
process.exitCode = lost === 0 ? 0 : 1;

/** Null where nothing was lost. */
async function runRound(
  fault: Fault,
  number: number,
): Promise<{ lost: string } | { skipped: string } | null> {
  const folder = join(scratch, String(number));
  mkdirSync(folder);
  const ends: (() => void)[] = [];
  const round: Round = { ...createRandom(seed * 1009 + number), folder, whenOver: (end) => ends.push(end) };
  try {
    const skipped = await fault(round);
    return skipped === undefined ? null : { skipped };
  } catch (error) {
    return { lost: messageOf(error) };
  } finally {
    for (const end of ends.reverse()) end();
    rmSync(folder, { recursive: true, force: true });
  }
}
