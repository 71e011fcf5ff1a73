/**
 * `npm run fuzz [-- --cases N] [--seed S] [--case N]`: hostile files and messages for everything in Segue that reads what others
 * wrote. Every case is told by the seed and its number alone: `--seed S --case N` repeats it.
 */
import { Command } from 'commander';
import { wholeNumberFrom } from '../../src-core/cli/options.ts';
import { runCases } from './run-cases.ts';

const {
  cases,
  seed,
  case: only,
} = new Command()
  .option('--cases <n>', 'how many', wholeNumberFrom(1, 10_000_000), 20_000)
  .option(
    '--seed <n>',
    'repeat the cases of an earlier run',
    wholeNumberFrom(0, 2 ** 31),
    Date.now() % 2 ** 31,
  )
  .option('--case <n>', 'only this one', wholeNumberFrom(0, 10_000_000))
  .parse()
  .opts<{ cases: number; seed: number; case?: number }>();

console.log(`seed ${seed}`);
const numbers = only === undefined ? Array.from({ length: cases }, (_, n) => n) : [only];
const {
  findings,
  cases: tally,
  peakBytes,
} = await runCases(seed, numbers, (done) => {
  if (done % 1000 === 0) console.log(`${done} cases`);
});
for (const { number, what } of findings) console.log(`case ${number}: ${what}`);
for (const [target, count] of tally) console.log(`${String(count).padStart(7)} ${target}`);
console.log(
  `${numbers.length} cases, ${findings.length} findings, at most ${Math.round(peakBytes / 1e6)} MB (seed ${seed})`,
);
process.exitCode = findings.length === 0 ? 0 : 1;
