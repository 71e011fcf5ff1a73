import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeDatabase } from '../../src-core/database/handle.ts';
import { openReadable } from '../../src-core/database/open-readable.ts';
import { startChild, type Child } from './child.ts';
import { inspect, makeLibrary } from './library.ts';
import { checkAgainstLog, readLog } from './listener-log.ts';
import type { Round } from './round.ts';

/** A core with a listener who never rests, and the library as it was when it began. */
export interface Torment {
  readonly child: Child;
  /** Throws if something is lacking that it said was done; `dbPath` may be a copy. */
  readonly check: (options?: { readonly dbPath?: string; readonly isLossy?: boolean }) => Promise<void>;
  /** Waits until it has done something again. */
  readonly recovered: () => Promise<void>;
}

/** Starts a core on a new library at `dbPath`. */
export async function torment(round: Round, dbPath: string): Promise<Torment> {
  const beforePath = join(round.folder, 'before.db');
  makeLibrary(beforePath, 60, round);
  copyFileSync(beforePath, dbPath);
  const child = startChild(round, 'core', [dbPath, String(round.below(2 ** 31))]);
  await child.printed('"ready"');
  return {
    child,
    check: async ({ dbPath: checked = dbPath, isLossy = false } = {}) => {
      const before = openReadable(beforePath);
      try {
        const lines = readLog(child.output());
        const { told } = await inspect(checked, 1, (db) => checkAgainstLog(db, before, lines, { isLossy }));
        if (told.length > 0) throw new Error(`set aside: ${told.join(' ')}`);
      } finally {
        closeDatabase(before);
      }
    },
    recovered: async () => {
      const from = child.output().length;
      await child.printed('"done"', from);
    },
  };
}

/** Throws where a core failed for other reasons than these. */
export function expectOnly(codes: readonly string[], child: Child): void {
  const failures = new Set(readLog(child.output()).flatMap(({ failed }) => failed ?? []));
  for (const code of codes) failures.delete(code);
  if (failures.size > 0) throw new Error(`it also said: ${[...failures].join(', ')}`);
}

/** Ends a core at once. */
export async function kill({ process, ended }: Child): Promise<void> {
  process.kill('SIGKILL');
  await ended;
}
