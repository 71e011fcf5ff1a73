/**
 * `npm run bench:page`: what a library of 100 000 tracks costs in the page: from a cold start to rows that can be read, from
 * a key in the search field to what it finds, the frames of scrolling from one end of the list to the other, traced by
 * Chromium, and those of panning its map. Then what the page costs while music plays, what seeking in tracks of an hour
 * takes, and what five hundred changes of track leave behind. `--tracks N` for another size, `--db FILE` for a library that
 * was made before.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Table from 'cli-table3';
import { Command } from 'commander';
import { closeDatabase } from '../../../src-core/database/handle.ts';
import { openDatabase } from '../../../src-core/database/open-database.ts';
import { loadClipModel, shippedModel } from '../../../src-core/emotion/models.ts';
import { writeLibrary } from '../../bench/library/write-library.ts';
import { measurePage } from './measure-page.ts';

const { tracks, db: kept } = new Command()
  .option('--tracks <n>', 'how many', Number, 100_000)
  .option('--db <file>', 'a library that was made before')
  .parse()
  .opts<{ tracks: number; db?: string }>();

const scratch = mkdtempSync(join(tmpdir(), 'segue-bench-'));
try {
  const dbPath = kept ?? (await makeLibrary(join(scratch, 'library.db')));
  const table = new Table({ head: ['What', 'Measured', 'Wanted'], style: { head: [], border: [] } });
  table.push(...(await measurePage(dbPath)));
  process.stdout.write(`${table.toString()}\n`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function makeLibrary(path: string): Promise<string> {
  const { version } = await loadClipModel(shippedModel('clip'));
  const { db } = openDatabase(path);
  writeLibrary(db, {
    tracks,
    modelVersion: version,
    folder: join(scratch, 'not-there'),
    sound: null,
    seed: 1,
  });
  closeDatabase(db);
  return path;
}
