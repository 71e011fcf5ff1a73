import { readFileSync, rmSync, truncateSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backUpDaily } from '../../../src-core/service/backup/daily-backup.ts';
import { inspect, madeIn, makeLibrary } from '../library.ts';
import { expectAll, type Fault, type Round } from '../round.ts';

const PAGE_BYTES = 4096;
const NOW_MS = Date.UTC(2026, 10, 30, 12);

/** With pages overwritten or the end lost, all that was made is there afterwards: read, or out of the backup of the day. */
export const damagePages: Fault = async (round) => {
  const dbPath = join(round.folder, 'library.db');
  makeLibrary(dbPath, 150, round);
  const { found: made } = await inspect(dbPath, NOW_MS, madeIn);
  await backUpDaily(dbPath, NOW_MS);
  damage(dbPath, round);
  const { found, told } = await inspect(dbPath, NOW_MS, madeIn);
  expectAll(comparable(found), comparable(made), `what was made (${told.join(' ') || 'nothing was told'})`);
  return undefined;
};

/** Pages of user data may be read in part: a play or playlist that is whole in the backup counts, ids of tracks do not. */
function comparable(rows: readonly string[]): string[] {
  return rows.filter((row) => !row.startsWith('{"kind":"track"'));
}

function damage(path: string, { below, pick }: Round): void {
  const bytes = readFileSync(path);
  const pages = bytes.length / PAGE_BYTES;
  const harm = pick(['noise', 'zeros', 'ones', 'cut', 'swap', 'gone'] as const);
  if (harm === 'cut') truncateSync(path, below(statSync(path).size));
  else if (harm === 'gone') rmSync(path);
  else {
    for (let n = 0, count = 1 + below(12); n < count; n++) {
      const at = below(pages) * PAGE_BYTES;
      if (harm === 'swap') bytes.copy(bytes, at, below(pages) * PAGE_BYTES, PAGE_BYTES);
      else if (harm === 'noise') for (let i = 0; i < PAGE_BYTES; i++) bytes[at + i] = below(256);
      else bytes.fill(harm === 'zeros' ? 0 : 0xff, at, at + PAGE_BYTES);
    }
    writeFileSync(path, bytes);
  }
}
