import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { measurePageStart } from './measure-page-start.ts';
import type { CoreCosts } from './probe-core.ts';

const run = promisify(execFile);
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

type Row = [what: string, measured: string, wanted: string];

/** Made-up libraries of these sizes: how long until the page can be used, and what search, lists and playing cost. */
export async function measureScale(sizes: readonly number[], scratch: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of sizes) {
    const db = join(scratch, `scale-${size}.db`);
    await run(process.execPath, [here('./make-library.ts'), '--tracks', String(size), '--db', db]);
    rows.push(...(await measureSize(db, size)));
  }
  return rows;
}

async function measureSize(db: string, size: number): Promise<Row[]> {
  const databaseMb = statSync(db).size / 1e6;
  const startMs = await measurePageStart(db);
  const { stdout } = await run(process.execPath, [here('./probe-core.ts'), db]);
  const costs = JSON.parse(stdout) as CoreCosts;
  const among = `in a library of ${size.toLocaleString('en')}`;
  const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`;
  const isLarge = size > 100_000;
  return [
    [
      `start to a page that shows tracks, ${among}`,
      startMs === null ? 'no Chromium' : ms(startMs),
      isLarge ? '' : '≤ 3 s',
    ],
    [`open, ${among}: CPU`, ms(costs.openMs), ''],
    [`search, ${among}: CPU`, ms(costs.searchMs), isLarge ? '' : '≤ 50 ms'],
    [`last page by title, ${among}: CPU`, ms(costs.sortMs), isLarge ? '' : '≤ 50 ms'],
    [`page of albums, latest first, ${among}: CPU`, ms(costs.albumsMs), ''],
    [
      `all points of the mood map, ${among}: CPU`,
      `${ms(costs.moodPointsMs)}, ${(costs.moodPointsBytes / 1e6).toFixed(1)} MB`,
      '',
    ],
    [`first play, ${among}: CPU`, ms(costs.firstPlayMs), ''],
    [`next track, ${among}: CPU`, ms(costs.advanceMs), isLarge ? '' : '≤ 100 ms'],
    [`memory of the core, ${among}`, `${(costs.memoryBytes / 1e6).toFixed(0)} MB`, isLarge ? '' : '≤ 400 MB'],
    [`size of the database, ${among}`, `${databaseMb.toFixed(0)} MB`, ''],
  ];
}
