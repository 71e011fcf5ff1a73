/**
 * `npm run bench`: what the main path costs, each figure beside a reference measured in the same run.
 *
 * `--music FOLDER` measures on your own files (transcoded into the formats below); the demo library otherwise.
 * Without ffmpeg the indexing figures are left out. Made-up libraries have 10 000 and 100 000 tracks; `--sizes` names others,
 * such as 1000000, which takes a quarter of an hour and 6 GB to make.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import Table from 'cli-table3';
import { hasFfmpeg } from './command-cost.ts';
import { listMusic } from './corpus.ts';
import { measureIndexing } from './measure-indexing.ts';
import { measureKernel } from './measure-kernel.ts';
import { measurePick } from './measure-pick.ts';
import { measureRescan } from './measure-rescan.ts';
import { measureScale } from './measure-scale.ts';
import { measureSeeking } from './measure-seeking.ts';

const DEMO = fileURLToPath(new URL('../../resources/demo/music', import.meta.url));
const { music, sizes } = new Command()
  .option('--music <folder>', 'music to index', DEMO)
  .option('--sizes <n...>', 'tracks of made-up libraries', ['10000', '100000'])
  .parse()
  .opts<{ music: string; sizes: string[] }>();

const table = new Table({ head: ['What', 'Measured', 'Wanted'], style: { head: [], border: [] } });
const scratch = mkdtempSync(join(tmpdir(), 'segue-bench-'));

type Row = [what: string, measured: string, wanted: string];

/** Told at once, too: all of it takes long. */
function add(rows: readonly Row[]): void {
  table.push(...rows);
  for (const [what, measured] of rows) process.stderr.write(`${what}: ${measured}\n`);
}

try {
  add(await measureKernel());
  for (const trackCount of [10_000, 100_000, 1_000_000]) {
    const { pickMilliseconds, planOf20Milliseconds, megabytes } = measurePick(trackCount);
    const among = `among ${trackCount.toLocaleString('en')} tracks`;
    add([
      [
        `pick ${among}, median`,
        `${pickMilliseconds.toFixed(1)} ms`,
        `≤ ${Math.max(10, trackCount / 10_000)} ms`,
      ],
      [
        `plan of 20 ${among}, median`,
        `${planOf20Milliseconds.toFixed(0)} ms`,
        trackCount === 100_000 ? '≤ 200 ms' : '',
      ],
      [`memory to plan ${among}`, `${megabytes.toFixed(0)} MB`, trackCount === 1_000_000 ? '≤ 300 MB' : ''],
    ]);
  }
  add(await measureRescan(scratch));
  add(await measureScale(sizes.map(Number), scratch));
  if (await hasFfmpeg()) {
    add(await measureSeeking(scratch));
    add(await measureIndexing(listMusic(music), scratch));
  } else add([['seeking and indexing', 'left out: ffmpeg, the reference, is not installed', '']]);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.stdout.write(`${table.toString()}\n`);
