import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { milliseconds } from '../child.ts';
import type { Fault, Round } from '../round.ts';
import { kill, torment } from '../torment.ts';

/**
 * The files as a power cut may leave them: copied while a core writes, the end of the log lost, torn or never written. The
 * copy opens whole, at some moment before the cut.
 */
export const cutPower: Fault = async (round) => {
  const dbPath = join(round.folder, 'library.db');
  const cutPath = join(round.folder, 'cut', 'library.db');
  const { child, check } = await torment(round, dbPath);
  await milliseconds(200 + round.below(500));
  child.process.kill('SIGSTOP');
  mkdirSync(join(round.folder, 'cut'));
  for (const suffix of ['', '-wal']) {
    if (existsSync(dbPath + suffix)) copyFileSync(dbPath + suffix, cutPath + suffix);
  }
  await kill(child);
  loseEnd(`${cutPath}-wal`, round);
  await check({ dbPath: cutPath, isLossy: true });
  return undefined;
};

function loseEnd(log: string, { below, pick }: Round): void {
  if (!existsSync(log)) return;
  const size = statSync(log).size;
  const from = below(size + 1);
  const kind = pick(['nothing', 'cut', 'torn', 'zeros'] as const);
  if (kind === 'cut') truncateSync(log, from);
  if (kind === 'torn' || kind === 'zeros') {
    const bytes = readFileSync(log);
    for (let at = from; at < size; at++) bytes[at] = kind === 'zeros' ? 0 : below(256);
    writeFileSync(log, bytes);
  }
}
