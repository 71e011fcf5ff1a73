import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { closeDatabase } from '../../../src-core/database/handle.ts';
import { openDatabase } from '../../../src-core/database/open-database.ts';
import { backUpDaily } from '../../../src-core/service/backup/daily-backup.ts';
import { openLibrary } from '../../../src-core/service/open-library.ts';
import { databasePath } from '../../database/open-library.ts';
import { contentsOf } from './contents-of.ts';
import { fillLibrary } from './make-library.ts';

const NOW_MS = Date.UTC(2026, 10, 30, 12, 5, 9);
const PAGE_BYTES = 4096;

const LIBRARY = {
  contents: Array.from({ length: 200 }, (_, n) => ({ title: `Track ${n}`, artist: 'A', content: n })),
  playlists: [
    { name: 'Evening', tracks: [3, 1, 3], createdAtMs: 1, changedAtMs: 2 },
    { name: 'Long', tracks: Array.from({ length: 2000 }, (_, n) => n), createdAtMs: 3, changedAtMs: 4 },
  ],
  plays: Array.from({ length: 2000 }, (_, n) => ({
    track: n,
    startedAtMs: 1000 + n,
    end: 'finished' as const,
    seam: 0.25,
  })),
  settings: { player: { theme: 'dark' } },
  queue: { entries: [1, 2, 3, 4], context: 'playlist' as const, positionSeconds: 12.5 },
};

/** What the listener made, and the tracks it is about by name; curves come from the files again. */
function madeIn(rows: unknown[]): string[] {
  return (rows as string[]).filter((row) => /^\{"kind":"(playlist|play|setting|queue|folder)"/.test(row));
}

/** A library with all of the above, and what the listener made of it. */
function makeLibrary(): { path: string; made: string[] } {
  const path = databasePath();
  const { db } = openDatabase(path);
  fillLibrary(db, '/music', LIBRARY);
  const made = madeIn(contentsOf(db));
  closeDatabase(db);
  return { path, made };
}

function overwritePages(path: string, pages: readonly number[]): void {
  const bytes = readFileSync(path);
  for (const page of pages) bytes.fill(0xff, (page - 1) * PAGE_BYTES, page * PAGE_BYTES);
  writeFileSync(path, bytes);
}

/** The pages on which a table begins. */
function rootsOf(path: string, ...names: string[]): number[] {
  const raw = new Sqlite(path);
  const page = raw.prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck();
  const roots = names.map((name) => page.get(name)!);
  raw.close();
  return roots;
}

async function reopen(path: string): Promise<{ made: string[]; told: string[] }> {
  const told: string[] = [];
  const { db } = await openLibrary({ dbPath: path, nowMs: NOW_MS, onNotice: (line) => told.push(line) });
  const made = madeIn(contentsOf(db));
  closeDatabase(db);
  return { made, told };
}

/** Folders are known anew from now on. */
const comparable = (made: readonly string[]): string[] =>
  made.filter((row) => !row.startsWith('{"kind":"folder"'));

describe('what the listener made is taken over from a damaged library', () => {
  test('wholly, where only what comes from the files is damaged', async () => {
    const { path, made } = makeLibrary();
    overwritePages(path, rootsOf(path, 'curves', 'albums', 'scan_outcomes'));
    const after = await reopen(path);
    expect(comparable(after.made)).toEqual(comparable(made));
    expect(after.told).toEqual([
      expect.stringContaining('2 playlists and 2000 plays of the history were taken over.'),
    ]);
    expect(after.told[0]).toContain('from /music as well');
  });

  test.each([
    ['its tracks cannot be read', (path: string) => overwritePages(path, rootsOf(path, 'tracks'))],
    ['its history cannot be read', (path: string) => overwritePages(path, rootsOf(path, 'play_history'))],
    ['half of it is missing', (path: string) => truncateSync(path, PAGE_BYTES * 40)],
    ['nothing of it can be read', (path: string) => writeFileSync(path, 'gone')],
  ])('with the help of the backup of the day, where %s', async (_, damage) => {
    const { path, made } = makeLibrary();
    expect(await backUpDaily(path, NOW_MS)).not.toBeNull();
    damage(path);
    const after = await reopen(path);
    expect(after.made.filter((row) => row.startsWith('{"kind":"folder"'))).toHaveLength(1);
    expect(comparable(after.made)).toEqual(expect.arrayContaining(comparable(made)));
    expect(after.told[0]).toContain('comes from the backup of ');
  });

  test.each([
    ['gone', (path: string) => rmSync(path)],
    ['empty', (path: string) => truncateSync(path)],
  ])('out of the backup of the day, where it is %s', async (_, damage) => {
    const { path, made } = makeLibrary();
    await backUpDaily(path, NOW_MS);
    damage(path);
    const after = await reopen(path);
    expect(comparable(after.made)).toEqual(comparable(made));
    expect(after.told).toEqual([
      expect.stringMatching(/was gone; 2 playlists and 2000 plays .* are back from the backup of/),
    ]);
  });

  test('as far as it can be read, where there is no backup', async () => {
    const { path } = makeLibrary();
    overwritePages(path, rootsOf(path, 'play_history'));
    const after = await reopen(path);
    expect(after.made.filter((row) => row.startsWith('{"kind":"playlist"'))).toHaveLength(2);
    expect(after.told[0]).toContain('Some of what you made could not be read any more.');
  });
});
