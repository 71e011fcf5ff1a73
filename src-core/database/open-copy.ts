import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WritableDB } from './handle.ts';
import { closesWith } from './handle.ts';
import { openDatabase } from './open-database.ts';

/**
 * Opens a copy of a library that lies where nothing can be written: SQLite keeps its log beside a database even for
 * reading, and an older schema has to be brought up to date. The copy goes when it is closed.
 */
export function openCopy(file: string): WritableDB {
  const folder = mkdtempSync(join(tmpdir(), 'segue-reading-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const copy = join(folder, 'library.db');
    for (const suffix of ['', '-wal'])
      if (existsSync(file + suffix)) copyFileSync(file + suffix, copy + suffix);
    return closesWith(openDatabase(copy).db, remove);
  } catch (error) {
    remove();
    throw error;
  }
}
