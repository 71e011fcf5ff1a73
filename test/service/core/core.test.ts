import { copyFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src-core/contract/api/index.ts';
import { openCore } from '../../../src-core/service/core/open-core.ts';
import { DEMO_MUSIC } from '../../../src-core/service/demo-music.ts';
import { databasePath } from '../../database/open-library.ts';
import { FIXTURES } from '../../server/start-test-server.ts';
import { type ConnectedCore, connectCore, libraryOf } from './connect-core.ts';

/** A state that is waited for may take its time on a busy machine. */
const WAIT = { timeout: 15_000 };

const page = { offset: 0, limit: 100 };

function newFolder(...fixtures: string[]): string {
  const folder = join(dirname(databasePath()), 'music');
  mkdirSync(folder);
  for (const name of fixtures) copyFileSync(join(FIXTURES, name), join(folder, name));
  return folder;
}

function lastTold({ told }: ConnectedCore, name: string): unknown {
  return told.findLast((event) => event.name === name)?.payload;
}

describe('folders', () => {
  test('a new one is indexed at once, told of as it goes, and its tracks have curves in the end', async () => {
    const music = newFolder('arpeggio.mp3', 'arpeggio.flac', 'mono.opus');
    const connected = await connectCore();
    const { api, core } = connected;
    const added = await api.addFolder(music);
    expect(added).toMatchObject({ path: music, trackCount: 0, reachable: true, isDemo: false });
    expect((await api.indexingState()).phase).not.toBe('idle');
    await core.whenIndexed();
    expect(await api.listFolders()).toMatchObject([{ trackCount: 3, withCurveCount: 3, problemCount: 0 }]);
    expect((await api.listTracks(page)).items.every(({ hasCurve }) => hasCurve)).toBe(true);
    const curve = await api.getCurve(1);
    expect(curve?.arousal.length).toBe(curve?.valence.length);
    expect((await api.moodPoints()).trackIds).toHaveLength(3);
    await vi.waitFor(() => {
      expect(lastTold(connected, 'indexingProgress')).toMatchObject({
        phase: 'idle',
        lastRun: { added: 3, analysed: 3 },
      });
      expect(connected.told.some(({ name }) => name === 'libraryChanged')).toBe(true);
    }, WAIT);
    const ready = (): number[] =>
      connected.told.flatMap(({ name, payload }) =>
        name === 'curvesReady' ? (payload as { trackIds: number[] }).trackIds : [],
      );
    await vi.waitFor(() => expect(new Set(ready())).toEqual(new Set([1, 2, 3])), WAIT);
  });

  test('one that cannot be added ends the start, and leaves the library to the next', async () => {
    const dbPath = databasePath();
    const start = openCore({ version: '1.2.3', dbPath, folders: ['/nowhere/at-all'] });
    await expect(start).rejects.toMatchObject({ code: 'not-found' });
    expect(await (await connectCore({ dbPath })).api.listFolders()).toEqual([]);
  });

  test('an album that is copied into a watched folder appears and gets its curves', async () => {
    const music = newFolder('arpeggio.mp3');
    const { api, core } = await connectCore({ folders: [music] });
    await core.whenIndexed();
    mkdirSync(join(music, 'new album'));
    copyFileSync(join(FIXTURES, 'arpeggio.ogg'), join(music, 'new album', '1.ogg'));
    await vi.waitFor(async () => expect((await api.listTracks(page)).total).toBe(2), 20_000);
    await vi.waitFor(async () => expect((await api.listFolders())[0].withCurveCount).toBe(2), 20_000);
  });

  test('a drive that is gone takes nothing with it, whether its folder stays behind empty or not', async () => {
    const music = newFolder('arpeggio.mp3', 'mono.opus');
    const { api, core } = await connectCore({ folders: [music] });
    await core.whenIndexed();
    const indexAgain = async (): Promise<void> => {
      await api.startIndexing(null);
      await core.whenIndexed();
    };
    renameSync(music, `${music}-away`);
    await indexAgain();
    expect((await api.listFolders())[0]).toMatchObject({ reachable: false, trackCount: 2 });
    mkdirSync(music);
    await indexAgain();
    expect((await api.listTracks(page)).total).toBe(2);
    expect((await api.listProblems(page)).items).toMatchObject([{ path: music, code: 'not-found' }]);
    rmSync(music, { recursive: true });
    renameSync(`${music}-away`, music);
    await indexAgain();
    expect((await api.listProblems(page)).total).toBe(0);
    rmSync(join(music, 'mono.opus'));
    await indexAgain();
    expect((await api.listTracks(page)).total).toBe(1);
  });

  test('one that is replaced by another of its name goes on being watched', async () => {
    const music = newFolder('arpeggio.mp3');
    const replacement = newFolder('arpeggio.mp3', 'mono.opus');
    const { api, core } = await connectCore({ folders: [music] });
    await core.whenIndexed();
    renameSync(music, `${music}-old`);
    renameSync(replacement, music);
    await vi.waitFor(async () => expect((await api.listTracks(page)).total).toBe(2), 20_000);
    await core.whenIndexed();
    copyFileSync(join(FIXTURES, 'arpeggio.ogg'), join(music, 'arpeggio.ogg'));
    await vi.waitFor(async () => expect((await api.listTracks(page)).total).toBe(3), 20_000);
  });

  test('one that is away at the start is watched when it has been found there, and nobody is told that it was not', async () => {
    const music = newFolder('arpeggio.mp3');
    const before = await connectCore({ folders: [music] });
    await before.core.whenIndexed();
    await before.core.close();
    renameSync(music, `${music}-away`);
    const { api, core, told } = await connectCore({ dbPath: before.dbPath });
    await core.whenIndexed();
    renameSync(`${music}-away`, music);
    await api.startIndexing(null);
    await core.whenIndexed();
    copyFileSync(join(FIXTURES, 'mono.opus'), join(music, 'mono.opus'));
    await vi.waitFor(async () => expect((await api.listTracks(page)).total).toBe(2), 20_000);
    expect(told.filter(({ name }) => name === 'notice')).toEqual([]);
  });

  test('one that comes back is found by itself, with what has come to it elsewhere', async () => {
    const music = newFolder('arpeggio.mp3');
    const { api, core } = await connectCore({ folders: [music] });
    await core.whenIndexed();
    renameSync(music, `${music}-away`);
    await vi.waitFor(
      async () => expect((await api.indexingState()).lastRun).toMatchObject({ failed: 1 }),
      20_000,
    );
    await core.whenIndexed();
    copyFileSync(join(FIXTURES, 'mono.opus'), join(`${music}-away`, 'mono.opus'));
    renameSync(`${music}-away`, music);
    await vi.waitFor(async () => expect((await api.listTracks(page)).total).toBe(2), 20_000);
  });

  test('one that is removed takes its tracks along', async () => {
    const music = newFolder('arpeggio.mp3', 'mono.opus');
    const { api, core } = await connectCore({ folders: [music] });
    await core.whenIndexed();
    await api.playContext({ kind: 'library' });
    const [{ id }] = await api.listFolders();
    await api.removeFolder(id);
    expect(await api.listFolders()).toEqual([]);
    expect((await api.listTracks(page)).total).toBe(0);
    await vi.waitFor(
      async () => expect(await api.getQueue()).toMatchObject({ current: null, upcoming: [] }),
      WAIT,
    );
    await expect(api.removeFolder(id)).rejects.toMatchObject({ code: 'unknown-id' });
  });

  test('can be looked for, and what is none is refused', async () => {
    const music = newFolder('arpeggio.mp3');
    mkdirSync(join(music, 'below'));
    mkdirSync(join(music, '.hidden'));
    const { api } = await connectCore();
    expect(await api.browseFolders(music)).toEqual({
      path: music,
      parent: dirname(music),
      folders: [{ name: 'below', path: join(music, 'below') }],
      audioFileCount: 1,
    });
    expect((await api.browseFolders('/')).parent).toBeNull();
    await expect(api.browseFolders(join(music, 'none'))).rejects.toMatchObject({
      code: 'not-found',
      message: 'There is no such folder.',
    });
    await expect(api.addFolder('music')).rejects.toMatchObject({ code: 'invalid-request' });
    await expect(api.addFolder(join(music, 'none'))).rejects.toMatchObject({ code: 'not-found' });
    await expect(api.addFolder(join(music, 'arpeggio.mp3'))).rejects.toMatchObject({ code: 'not-a-file' });
  });

  test('a broken file is a problem that can be tried again; the rest is indexed', async () => {
    const music = newFolder('arpeggio.mp3');
    writeFileSync(join(music, 'broken.flac'), 'fLaC and then nothing');
    const { api, core } = await connectCore({ folders: [music] });
    await core.whenIndexed();
    const { items } = await api.listProblems(page);
    expect(items).toMatchObject([{ path: join(music, 'broken.flac'), outcome: 'failed' }]);
    const [{ id }] = await api.listFolders();
    expect((await api.listProblems({ ...page, folderId: id })).total).toBe(1);
    copyFileSync(join(FIXTURES, 'arpeggio.flac'), join(music, 'broken.flac'));
    await api.retryProblems();
    await core.whenIndexed();
    expect((await api.listProblems(page)).total).toBe(0);
  });

  test('a track can be indexed anew', async () => {
    const music = newFolder('arpeggio.mp3', 'mono.opus');
    const { api, core } = await connectCore({ folders: [music] });
    await core.whenIndexed();
    await api.reindex({ what: 'tracks', trackIds: [1] });
    expect((await api.getTrack(1)).hasCurve).toBe(true);
    await core.whenIndexed();
    expect((await api.indexingState()).lastRun).toMatchObject({ analysed: 1 });
    expect((await api.getTrack(1)).modelVersion).toBe((await api.getTrack(2)).modelVersion);
  });

  test('the demo library is there to begin with', async () => {
    const { api } = await connectCore();
    const added = await api.addDemoLibrary();
    expect(added).toMatchObject({ path: DEMO_MUSIC, isDemo: true });
    await api.stopIndexing();
    expect((await api.indexingState()).phase).toBe('idle');
  });
});

test('indexing makes way for playback', async () => {
  const connected = await connectCore({ dbPath: libraryOf(30) });
  const { api } = connected;
  const { current } = await api.playContext({ kind: 'library' });
  await api.addDemoLibrary();
  await api.reportPlayback({ entryId: current!.entryId, positionSeconds: 1, playing: true });
  expect((await api.indexingState()).yielding).toBe(true);
  await api.reportPlayback({ entryId: current!.entryId, positionSeconds: 2, playing: false });
  expect((await api.indexingState()).yielding).toBe(false);
  await api.stopIndexing();
});

test('playlists are kept, and what has left the library is passed over', async () => {
  const connected = await connectCore({ dbPath: libraryOf(10) });
  const { api } = connected;
  const { id } = await api.createPlaylist('  Evening ', [3, 1, 999]);
  expect(await api.addToPlaylist(id, [3])).toMatchObject({ name: 'Evening', trackCount: 3 });
  const { items } = await api.getPlaylistItems(id, page);
  expect(items.map((track) => track.id)).toEqual([3, 1, 3]);
  await api.setPlaylistItems(id, [2]);
  await api.renamePlaylist(id, 'Night');
  expect(await api.listPlaylists()).toMatchObject([{ name: 'Night', trackCount: 1 }]);
  expect((await api.playContext({ kind: 'playlist', playlistId: id })).current?.track.id).toBe(2);
  await api.deletePlaylist(id);
  expect(await api.listPlaylists()).toEqual([]);
  await expect(api.renamePlaylist(id, 'x')).rejects.toMatchObject({ code: 'unknown-id' });
  await expect(api.createPlaylist('  ', [])).rejects.toMatchObject({ code: 'invalid-request' });
  expect(lastTold(connected, 'playlistsChanged')).toEqual({});
});

test('settings have defaults, are kept, and everyone is told of a change', async () => {
  const connected = await connectCore({ dbPath: libraryOf(1) });
  expect(await connected.api.getSettings()).toEqual(DEFAULT_SETTINGS);
  await connected.api.setSettings({ crossfadeSeconds: 4, theme: 'dark' });
  await expect(connected.api.setSettings({ crossfadeSeconds: 13 })).rejects.toMatchObject({
    code: 'invalid-request',
  });
  const wanted = { ...DEFAULT_SETTINGS, crossfadeSeconds: 4, theme: 'dark' };
  expect(lastTold(connected, 'settingsChanged')).toEqual(wanted);
  await connected.core.close();
  expect(await (await connectCore({ dbPath: connected.dbPath })).api.getSettings()).toEqual(wanted);
});

test('a track that could not be played is written down', async () => {
  const { api } = await connectCore({ dbPath: libraryOf(2) });
  await api.reportFailure({ trackId: 2, message: 'It could not be decoded.' });
  expect((await api.getTrack(2)).problem).toEqual({
    code: 'playback-failed',
    message: 'It could not be decoded.',
  });
});

test('a damaged library is set aside, its folders are indexed again, and the listener is told', async () => {
  const music = newFolder('arpeggio.mp3');
  const first = await connectCore({ folders: [music] });
  await first.core.whenIndexed();
  await first.core.close();
  writeFileSync(first.dbPath, 'no database at all, but something else entirely, for more than a header');
  const second = await connectCore({ dbPath: first.dbPath });
  await vi.waitFor(() => expect(lastTold(second, 'notice')).toMatchObject({ level: 'warning' }), WAIT);
  expect(await second.api.listFolders()).toEqual([]);
});

test('diagnostics say what runs here, in plain words', async () => {
  const { api, dbPath } = await connectCore({ dbPath: libraryOf(3, 1) });
  const { version, databasePath: path, counts, engine, models } = await api.getDiagnostics();
  expect({ version, path, engine }).toEqual({ version: '1.2.3', path: dbPath, engine: 'wasm' });
  expect(counts).toMatchObject({ tracks: 3, withCurve: 2, pending: 1 });
  expect(models.map(({ name }) => name)).toEqual(['clip', 'sequence']);
  expect(models[0].card.length).toBeGreaterThan(2);
});
