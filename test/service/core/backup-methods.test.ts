import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../../support/make-folder.ts';
import { put } from '../../library/files.ts';
import { connectCore, libraryOf } from './connect-core.ts';

const now = (): number => Date.UTC(2026, 10, 30, 12, 5, 9);

test('what was made in one core comes into another, which tells its player', async () => {
  const folder = makeFolder();
  const { api } = await connectCore({ dbPath: libraryOf(3), now });
  await api.createPlaylist('Evening', [3, 1]);
  await api.setSettings({ theme: 'dark' });
  const made = await api.exportBackup(folder);
  expect(basename(made.path)).toBe('segue-2026-11-30T120509Z.segue-backup');
  expect(await api.listBackups(folder)).toEqual([expect.objectContaining({ path: made.path })]);
  await expect(api.exportBackup(folder)).rejects.toMatchObject({ code: 'usage' });

  const other = await connectCore({ dbPath: libraryOf(1), now });
  expect(await other.api.listBackups(null)).toEqual([]);
  expect(await other.api.importBackup(made.path)).toMatchObject({
    playlists: 1,
    settings: 1,
    awaitedTracks: 2,
  });
  expect(await other.api.listPlaylists()).toEqual([
    expect.objectContaining({ name: 'Evening', trackCount: 2 }),
  ]);
  expect(await other.api.getSettings()).toMatchObject({ theme: 'dark' });
  expect(other.told.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['playlistsChanged', 'settingsChanged']),
  );
  expect(await other.api.listBackups(null)).toHaveLength(1);
});

test('a queue that was empty goes on as that of the backup, at once', async () => {
  const { api } = await connectCore({ dbPath: libraryOf(9), now });
  const queue = await api.playTrack(4, { kind: 'library' });
  await api.reportPlayback({ entryId: queue.current!.entryId, positionSeconds: 41, playing: true });
  const { path } = await api.exportBackup(makeFolder());

  const other = await connectCore({ dbPath: libraryOf(9), now });
  expect(await other.api.importBackup(path)).toMatchObject({ queue: true });
  const { current } = await other.api.getQueue();
  expect(current?.track.title).toBe('Track 4');
  expect(await other.api.getResumePoint()).toMatchObject({ positionSeconds: 41 });
  expect(other.told.map(({ name }) => name)).toContain('queueChanged');

  await other.api.playTrack(2, { kind: 'library' });
  expect(await other.api.importBackup(path)).toMatchObject({ queue: false });
  expect((await other.api.getQueue()).current?.track.id).toBe(2);
});

test('paths that are not whole, and files that are none, are refused', async () => {
  const { api } = await connectCore();
  const folder = makeFolder();
  await expect(api.exportBackup('music')).rejects.toMatchObject({ code: 'invalid-request' });
  await expect(api.importBackup('../x')).rejects.toMatchObject({ code: 'invalid-request' });
  await expect(api.listBackups(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'not-found' });
  await expect(api.importBackup(put(folder, 'x', 'root:secret'))).rejects.toMatchObject({
    code: 'backup-invalid',
  });
});
