/**
 * `npm run soak`: eight simulated hours of playback with indexing, 5 000 seams, and what became of memory, gaps and tracks.
 *
 * `--seams N` for more or fewer, `--seed N` for another library and another course.
 */
import Table from 'cli-table3';
import { Command } from 'commander';
import { wholeNumberFrom } from '../../src-core/cli/options.ts';
import { soak } from './soak.ts';

const { seams, seed } = new Command()
  .option('--seams <n>', 'how many', wholeNumberFrom(1, 1_000_000), 5000)
  .option('--seed <n>', 'another number plays another library', wholeNumberFrom(1, 2 ** 31), 1)
  .parse()
  .opts<{ seams: number; seed: number }>();

const result = await soak({
  ...{ seams, seed, tracks: 2000, seamsPerNewTrack: 25 },
  onProgress: (passed) => {
    if (passed % 250 === 0) process.stderr.write(`${passed} of ${seams} seams\n`);
  },
});
const [early, late] = result.memory;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
const growth = late.heapBytes / early.heapBytes - 1;
const table = new Table({ head: ['What', 'Measured', 'Wanted'], style: { head: [], border: [] } });
table.push(
  ['seams', String(result.seams), ''],
  ['simulated hours', result.simulatedHours.toFixed(1), '≥ 8 in 5 000 seams'],
  ['tracks indexed meanwhile', String(result.indexed), String(Math.floor(seams / 25))],
  ['longest gap', `${result.longestGapMs.toFixed(0)} ms`, '≤ 100 ms'],
  ['missed tracks', String(result.missedTracks), '0'],
  ['most sounds at a time', String(result.mostSoundsAlive), '≤ 2'],
  [
    'memory of core and player, after a fifth and at the end',
    `${megabytes(early.heapBytes)}, ${megabytes(late.heapBytes)} (${(100 * growth).toFixed(1)} %)`,
    '≤ 5 %',
  ],
  ['of the whole process', `${megabytes(early.residentBytes)}, ${megabytes(late.residentBytes)}`, ''],
);
process.stdout.write(`seed ${seed}\n${table.toString()}\n`);
const isGood =
  result.longestGapMs <= 100 && result.missedTracks === 0 && result.mostSoundsAlive <= 2 && growth <= 0.05;
process.exitCode = isGood ? 0 : 1;
