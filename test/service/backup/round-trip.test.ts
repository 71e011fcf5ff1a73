import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closeDatabase, connectionOf, type WritableDB } from '../../../src-core/database/handle.ts';
import { openDatabase } from '../../../src-core/database/open-database.ts';
import { listBackupFiles, ownBackupFolder } from '../../../src-core/service/backup/backup-files.ts';
import { mergeBackup } from '../../../src-core/service/backup/merge-backup.ts';
import { writeBackup } from '../../../src-core/service/backup/write-backup.ts';
import { addTrack } from '../../database/open-library.ts';
import { makeFolder } from '../../support/make-folder.ts';
import { contentsOf } from './contents-of.ts';
import { anyLibrary, fillLibrary } from './make-library.ts';

const NOW_MS = Date.UTC(2026, 10, 30, 12, 5, 9);

/** Hands two new libraries to `work`; the music of the first lies in `folder`, which is there. */
async function withLibraries(
  work: (from: WritableDB, to: WritableDB, folder: string) => Promise<void>,
): Promise<void> {
  const folder = makeFolder();
  const [from, to] = ['from', 'to'].map((name) => openDatabase(join(folder, name, 'library.db')).db);
  try {
    await work(from, to, folder);
  } finally {
    [from, to].forEach(closeDatabase);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function transfer(from: WritableDB, to: WritableDB, moved?: { from: string; to: string }[]) {
  const file = join(from.path, '..', `${Math.random()}.segue-backup`);
  await writeBackup(from.path, file, { extent: 'all tracks, with curves', nowMs: NOW_MS });
  return mergeBackup(to, file, { nowMs: NOW_MS, ...(moved === undefined ? {} : { moved }) });
}

test('whatever a person has made comes back as it was, and a second time changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(anyLibrary, (library) =>
      withLibraries(async (from, to, folder) => {
        fillLibrary(from, folder, library);
        const before = contentsOf(from);
        await transfer(from, to);
        expect(contentsOf(to)).toEqual(before);
        expect(contentsOf(from)).toEqual(before);
        const again = await transfer(from, to);
        expect(again).toMatchObject({
          playlists: 0,
          plays: 0,
          settings: 0,
          curves: 0,
          awaitedTracks: 0,
          queue: false,
        });
        expect(contentsOf(to)).toEqual(before);
      }),
    ),
    { numRuns: 40, seed: 20_261_130 },
  );
}, 120_000);

test('merging into a library that has things of its own loses none of them', async () => {
  await fc.assert(
    fc.asyncProperty(anyLibrary, anyLibrary, (theirs, ours) =>
      withLibraries(async (from, to, folder) => {
        fillLibrary(from, folder, theirs);
        fillLibrary(to, `${folder}/to`, ours);
        const made = (rows: unknown[]): string[] =>
          (rows as string[]).filter((row) => /^\{"kind":"(playlist|play|folder|curve)"/.test(row));
        const before = made(contentsOf(to));
        await transfer(from, to);
        expect(made(contentsOf(to))).toEqual(expect.arrayContaining(before));
        expect(connectionOf(to).sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
      }),
    ),
    { numRuns: 25, seed: 20_261_130 },
  );
}, 120_000);

test('where the library moved, tracks are found by their content, or by where their folder lies now', () =>
  withLibraries(async (from, to, folder) => {
    const library = {
      contents: [
        { title: 'One', artist: null, content: 1 },
        { title: 'Two', artist: null, content: 2 },
      ],
      playlists: [{ name: 'Both', tracks: [1, 0], createdAtMs: 1, changedAtMs: 2 }],
      plays: [],
      settings: {},
      queue: null,
    };
    fillLibrary(from, '/old/music', library);
    // The first is there already under another name; the second has yet to be met.
    const one = addTrack(to, `${folder}/renamed.mp3`, { fingerprint: 'content 1' });
    const summary = await transfer(from, to, [{ from: '/old/music/', to: folder }]);
    expect(summary).toMatchObject({ awaitedTracks: 1, playlists: 1, curves: 2, foldersAdded: [folder] });
    const { sqlite } = connectionOf(to);
    const rows = sqlite.prepare(
      'SELECT t.id, t.path FROM playlist_items JOIN tracks t ON t.id = track_id ORDER BY position',
    );
    expect(rows.all()).toEqual([
      { id: expect.any(Number) as number, path: `${folder}/1.mp3` },
      { id: one, path: `${folder}/renamed.mp3` },
    ]);
  }));

test('what the listener had made is backed up before anything is added', () =>
  withLibraries(async (from, to) => {
    await transfer(from, to);
    const [made] = await listBackupFiles(ownBackupFolder(to.path));
    expect(made.path).toMatch(/before-import-2026-11-30T120509Z\.segue-backup$/);
  }));
