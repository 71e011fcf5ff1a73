import { chmodSync, copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { databasePath } from '../../database/open-library.ts';
import { FIXTURES } from '../../server/start-test-server.ts';
import { type ConnectedCore, connectCore } from './connect-core.ts';

/** A state that is waited for may take its time on a busy machine. */
const WAIT = { timeout: 15_000 };

/** A folder of its own for each test, with these of the fixtures in it. */
function newFolder(...fixtures: string[]): string {
  const folder = join(dirname(databasePath()), 'music');
  mkdirSync(folder);
  for (const name of fixtures) copyFileSync(join(FIXTURES, name), join(folder, name));
  return folder;
}

const timesPlayed = ({ told }: ConnectedCore): number =>
  told.filter(({ name }) => name === 'playWanted').length;

const notices = ({ told }: ConnectedCore): unknown[] =>
  told.filter(({ name }) => name === 'notice').map(({ payload }) => payload);

/** File names of what the queue holds: the current one, and those put behind it by hand. */
async function lineUp({ api, core }: ConnectedCore): Promise<string[]> {
  const { current, upcoming } = await api.getQueue();
  const entries = [
    ...(current === null ? [] : [current]),
    ...upcoming.filter(({ origin }) => origin === 'hand'),
  ];
  const sources = await Promise.all(entries.map(({ track }) => core.media.track(track.id)));
  return sources.map((source) => source!.path.split('/').at(-1)!);
}

test('a file in the library plays at once, and the queue carries on from it', async () => {
  const music = newFolder('arpeggio.mp3', 'mono.opus', 'arpeggio.ogg');
  const connected = await connectCore({ folders: [music] });
  await connected.core.whenIndexed();
  const opened = await connected.api.openPaths([join(music, 'mono.opus')]);
  expect(opened).toEqual({ addedFolders: [], refused: [] });
  expect(timesPlayed(connected)).toBe(1);
  expect(await lineUp(connected)).toEqual(['mono.opus']);
  expect((await connected.api.getQueue()).upcoming.length).toBeGreaterThan(0);
  expect((await connected.api.indexingState()).phase).toBe('idle');
});

test('several play in the order given, the first at once', async () => {
  const music = newFolder('arpeggio.mp3', 'mono.opus', 'arpeggio.ogg');
  const connected = await connectCore({ folders: [music] });
  await connected.core.whenIndexed();
  const names = ['mono.opus', 'arpeggio.ogg', 'arpeggio.mp3'];
  await connected.api.openPaths(names.map((name) => join(music, name)));
  expect(await lineUp(connected)).toEqual(names);
  expect(timesPlayed(connected)).toBe(1);
});

test('a file that the library has not is played as soon as its folder, which is added, has been looked through', async () => {
  const music = newFolder('arpeggio.mp3', 'mono.opus');
  const connected = await connectCore();
  const names = ['mono.opus', 'arpeggio.mp3'];
  const { addedFolders, refused } = await connected.api.openPaths(names.map((name) => join(music, name)));
  expect(addedFolders).toMatchObject([{ path: music }]);
  expect(refused).toEqual([]);
  await connected.core.whenIndexed();
  await vi.waitFor(async () => expect(await lineUp(connected)).toEqual(names), WAIT);
  expect(timesPlayed(connected)).toBe(1);
  expect(notices(connected)).toEqual([]);
  await connected.api.removeFolder(addedFolders[0].id);
  await vi.waitFor(async () => expect((await connected.api.getQueue()).current).toBeNull(), WAIT);
});

test('a new file in a folder of the library is looked for there, and nothing is added', async () => {
  const music = newFolder('arpeggio.mp3');
  const connected = await connectCore({ folders: [music] });
  await connected.core.whenIndexed();
  const inside = join(music, 'new');
  mkdirSync(inside);
  copyFileSync(join(FIXTURES, 'mono.opus'), join(inside, 'mono.opus'));
  const { addedFolders } = await connected.api.openPaths([join(inside, 'mono.opus')]);
  expect(addedFolders).toEqual([]);
  await vi.waitFor(async () => expect(await lineUp(connected)).toEqual(['mono.opus']), WAIT);
});

test('of a link to a file its own folder is added, not the one that it leads to', async () => {
  const music = newFolder('arpeggio.mp3', 'mono.opus');
  const elsewhere = join(dirname(music), 'links');
  mkdirSync(elsewhere);
  const link = join(elsewhere, 'link.mp3');
  symlinkSync(join(music, 'arpeggio.mp3'), link);
  const connected = await connectCore();
  expect((await connected.api.openPaths([link])).addedFolders).toMatchObject([{ path: elsewhere }]);
  await vi.waitFor(async () => expect(await lineUp(connected)).toEqual(['link.mp3']), WAIT);
  expect(await connected.api.listFolders()).toHaveLength(1);
});

test('folders are added, and play nothing', async () => {
  const music = newFolder('arpeggio.mp3');
  const connected = await connectCore();
  const opened = await connected.api.openPaths([music]);
  expect(opened).toMatchObject({ addedFolders: [{ path: music }], refused: [] });
  await connected.core.whenIndexed();
  expect((await connected.api.openPaths([music])).addedFolders).toEqual([]);
  expect(timesPlayed(connected)).toBe(0);
});

test('what cannot be opened is refused in words, and the rest is opened', async () => {
  const music = newFolder('arpeggio.mp3');
  for (const name of ['notes.txt', 'old.ape', '.hidden.mp3']) writeFileSync(join(music, name), 'text');
  const connected = await connectCore({ folders: [music] });
  await connected.core.whenIndexed();
  const names = ['none.mp3', 'notes.txt', 'old.ape', '.hidden.mp3', 'arpeggio.mp3'];
  const { refused } = await connected.api.openPaths(names.map((name) => join(music, name)));
  expect(refused.map(({ code, path }) => `${code} ${path!}`)).toEqual([
    `not-found ${join(music, 'none.mp3')}`,
    `not-audio ${join(music, 'notes.txt')}`,
    `unsupported-format ${join(music, 'old.ape')}`,
    `not-audio ${join(music, '.hidden.mp3')}`,
  ]);
  expect(refused[2].message).toBe("“old.ape” cannot be opened. Segue cannot play Monkey's Audio files.");
  expect(await lineUp(connected)).toEqual(['arpeggio.mp3']);
});

test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
  'a file that may not be read is refused (not tried as root, who may read all)',
  async () => {
    const music = newFolder('arpeggio.mp3');
    chmodSync(join(music, 'arpeggio.mp3'), 0);
    const { api } = await connectCore();
    const { refused } = await api.openPaths([join(music, 'arpeggio.mp3')]);
    expect(refused).toMatchObject([{ code: 'permission-denied' }]);
    expect(await api.listFolders()).toEqual([]);
  },
);

test('a relative path is no request at all', async () => {
  const { api } = await connectCore();
  for (const path of ['song.mp3', '../song.mp3', 'file:///song.mp3', '/a\0.mp3']) {
    await expect(api.openPaths([path])).rejects.toMatchObject({ code: 'invalid-request' });
  }
  await expect(api.openPaths([])).rejects.toMatchObject({ code: 'invalid-request' });
  expect(await api.listFolders()).toEqual([]);
});

test('a file that turns out to be no music is told of, and the next one plays', async () => {
  const music = newFolder('arpeggio.mp3');
  writeFileSync(join(music, 'empty.mp3'), '');
  const connected = await connectCore();
  await connected.api.openPaths(['empty.mp3', 'arpeggio.mp3'].map((name) => join(music, name)));
  await vi.waitFor(async () => expect(await lineUp(connected)).toEqual(['arpeggio.mp3']), WAIT);
  expect(notices(connected)).toEqual([
    { level: 'error', message: '“empty.mp3” cannot be opened. The file is empty.' },
  ]);
});

test('a file whose folder is removed before it was met is forgotten without a word', async () => {
  const music = newFolder('arpeggio.mp3');
  const connected = await connectCore();
  const { addedFolders } = await connected.api.openPaths([join(music, 'arpeggio.mp3')]);
  await connected.api.removeFolder(addedFolders[0].id);
  await connected.core.whenIndexed();
  expect(await connected.api.listFolders()).toEqual([]);
  expect(notices(connected)).toEqual([]);
  await vi.waitFor(async () => expect((await connected.api.getQueue()).current).toBeNull(), WAIT);
});

test('a file need not wait until all that was added before it has been heard', async () => {
  const before = newFolder('arpeggio.mp3');
  const later = newFolder('mono.opus');
  const connected = await connectCore({
    folders: [before],
    analysis: { workers: 1, workerUrl: new URL('./workers/endless-analysis.ts', import.meta.url) },
  });
  const { api } = connected;
  await vi.waitFor(async () => expect((await api.indexingState()).phase).toBe('analysing'), WAIT);
  await api.openPaths([join(later, 'mono.opus')]);
  await vi.waitFor(async () => expect(await lineUp(connected)).toEqual(['mono.opus']), WAIT);
  // What made way is carried on with.
  await vi.waitFor(async () => expect((await api.indexingState()).total).toBe(2), WAIT);
  await api.stopIndexing();
});
