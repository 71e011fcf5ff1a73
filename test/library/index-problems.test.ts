import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { ErrorCode } from '../../src-core/contract/errors.ts';
import { listProblems } from '../../src-core/database/outcomes.ts';
import { getTrackByPath } from '../../src-core/database/tracks.ts';
import { nodeFileSystem, type FileSystem } from '../../src-core/library/file-system.ts';
import { put, wav } from './files.ts';
import { TestLibrary } from './index-test-library.ts';

/** What went wrong, as path below the folder, outcome and code. */
function problems({ db, folder }: TestLibrary): string[] {
  return listProblems(db).map(({ path, outcome, code }) => `${path.slice(folder.length)} ${outcome} ${code}`);
}

/** A drive on which one path cannot be read. */
function denying(path: string): FileSystem {
  const deny = <T>(asked: string, answer: () => Promise<T>): Promise<T> =>
    asked === path ? Promise.reject(Object.assign(new Error('denied'), { code: 'EACCES' })) : answer();
  return {
    ...nodeFileSystem,
    readFolder: (asked) => deny(asked, () => nodeFileSystem.readFolder(asked)),
  };
}

test('links that lead in circles, to the same place twice, or nowhere', async () => {
  const library = new TestLibrary();
  const path = put(library.folder, 'real/deep/a.wav', wav(1));
  symlinkSync(library.folder, join(library.folder, 'real/deep/up'));
  symlinkSync('.', join(library.folder, 'real/self'));
  symlinkSync(join(library.folder, 'real'), join(library.folder, 'alias'));
  symlinkSync(path, join(library.folder, 'alias.wav'));
  symlinkSync('nowhere.mp3', join(library.folder, 'broken.mp3'));
  symlinkSync('self.mp3', join(library.folder, 'self.mp3'));
  symlinkSync('nowhere', join(library.folder, 'broken'));

  expect(await library.index()).toMatchObject({ added: 1, analysed: 1, failed: 2 });
  expect(getTrackByPath(library.db, path)).toBeDefined();
  expect(problems(library)).toEqual(['/broken.mp3 failed not-found', '/self.mp3 failed not-found']);
});

test('music outside the folder is reached through links to folders and files', async () => {
  const [library, elsewhere] = [new TestLibrary(), new TestLibrary().folder];
  put(elsewhere, 'album/a.wav', wav(1));
  symlinkSync(join(elsewhere, 'album'), join(library.folder, 'album'));
  symlinkSync(put(elsewhere, 'b.wav', wav(2)), join(library.folder, 'b.wav'));
  expect(await library.index()).toMatchObject({ added: 2 });
  expect(getTrackByPath(library.db, join(library.folder, 'album/a.wav'))).toBeDefined();
});

test('folders within folders, named twice or by a link, do not double tracks', async () => {
  const library = new TestLibrary();
  put(library.folder, 'inner/a.wav', wav(1));
  const link = join(new TestLibrary().folder, 'link');
  symlinkSync(library.folder, link);
  const folders = [join(library.folder, 'inner'), library.folder, `${library.folder}/inner/../`, link];
  expect(await library.index({ folders })).toMatchObject({ added: 1 });
  expect(await library.index({ folders: [link] })).toMatchObject({ added: 0, unchanged: 1, missing: 0 });
});

test('a folder that cannot be read is reported, and its tracks do not count as missing', async () => {
  const library = new TestLibrary();
  const hidden = put(library.folder, 'closed/below/a.wav', wav(1));
  put(library.folder, 'open/b.wav', wav(2));
  await library.index();

  const closed = join(library.folder, 'closed');
  expect(await library.index({ fileSystem: denying(closed) })).toMatchObject({
    unchanged: 1,
    missing: 0,
    failed: 1,
  });
  expect(problems(library)).toEqual(['/closed failed permission-denied']);
  expect(getTrackByPath(library.db, hidden)!.missingSinceMs).toBeNull();

  expect(await library.index()).toMatchObject({ unchanged: 2, failed: 0 });
  expect(problems(library)).toEqual([]);
});

test('a folder that is gone, as on a drive that is not connected, keeps its tracks until it is back', async () => {
  const [library, other] = [new TestLibrary(), new TestLibrary()];
  const path = put(library.folder, 'nas/a.wav', wav(1));
  put(other.folder, 'b.wav', wav(2));
  const nas = join(library.folder, 'nas');
  await library.index({ folders: [nas] });
  execFileSync('mv', [nas, join(library.folder, 'unmounted')]);

  expect(await library.index({ folders: [nas, other.folder] })).toMatchObject({
    added: 1,
    missing: 0,
    failed: 1,
  });
  expect(problems(library)).toEqual(['/nas failed not-found']);
  expect(getTrackByPath(library.db, path)!.missingSinceMs).toBeNull();

  // Connected again at first as an empty place, then with everything in it.
  mkdirSync(nas);
  expect(await library.index({ folders: [nas] })).toMatchObject({ missing: 0, failed: 1 });
  expect(getTrackByPath(library.db, path)!.missingSinceMs).toBeNull();
  execFileSync('rmdir', [nas]);
  execFileSync('mv', [join(library.folder, 'unmounted'), nas]);
  expect(await library.index({ folders: [nas] })).toMatchObject({
    ...{ added: 0, updated: 0, unchanged: 1, missing: 0, analysed: 0, failed: 0 },
  });
  expect(problems(library)).toEqual([]);
});

test('a drive that goes in the middle of a scan takes nothing with it', async () => {
  const library = new TestLibrary();
  const path = put(library.folder, 'inner/a.wav', wav(1));
  await library.index();
  let isGone = false;
  const gone = (): Promise<never> => Promise.reject(Object.assign(new Error('gone'), { code: 'ENOENT' }));
  const fileSystem: FileSystem = {
    ...nodeFileSystem,
    facts: (asked) => (isGone ? gone() : nodeFileSystem.facts(asked)),
    readFolder: async (asked) => {
      if (isGone) return gone();
      const entries = await nodeFileSystem.readFolder(asked);
      isGone = true;
      return entries;
    },
  };
  expect(await library.index({ fileSystem })).toMatchObject({ missing: 0 });
  expect(getTrackByPath(library.db, path)!.missingSinceMs).toBeNull();
  expect(problems(library)).toContain(' failed not-found');
  expect(await library.index()).toMatchObject({ unchanged: 1, missing: 0, failed: 0 });
});

test('names with newlines, emoji, percent, hash and quotes', async () => {
  const library = new TestLibrary();
  const names = [
    'new\nline',
    '🎵 emoji 🎶',
    '100%25 %00',
    '#1 hash',
    `it's "quoted"`,
    'tab\there',
    ' space ',
    '*?[]',
  ];
  const paths = names.map((name, n) => put(library.folder, `${name}/${name}.wav`, wav(n)));
  expect(await library.index()).toMatchObject({ added: names.length, analysed: names.length, failed: 0 });
  expect(paths.map((path) => getTrackByPath(library.db, path)?.title)).toEqual(
    names.map((name) => name.replace(/[\n\t]/, ' ').trim()),
  );
  expect(await library.index()).toMatchObject({ unchanged: names.length, analysed: 0 });
});

// Other systems do not let such names come about.
test.runIf(process.platform === 'linux')(
  'names that are not UTF-8 are skipped and say what to do',
  async () => {
    const library = new TestLibrary();
    put(library.folder, 'good.wav', wav(1));
    const inLatin1 = (name: string): Buffer =>
      Buffer.concat([Buffer.from(`${library.folder}/`), Buffer.from(name, 'latin1')]);
    writeFileSync(inLatin1('café.wav'), wav(2));
    writeFileSync(inLatin1('café.txt'), 'not music');
    mkdirSync(inLatin1('Björk'));
    expect(await library.index()).toMatchObject({ added: 1, failed: 0 });
    expect(problems(library)).toEqual([
      '/Bj\\xf6rk skipped name-not-utf8',
      '/caf\\xe9.wav skipped name-not-utf8',
    ]);
    expect(listProblems(library.db).map(({ message }) => message)).toEqual([
      expect.stringMatching(/folder's name .* rename it/),
      expect.stringMatching(/file's name .* rename it/),
    ]);
  },
);

test('what is not music is passed over: other files, hidden ones, pipes, folders named like songs', async () => {
  const library = new TestLibrary();
  for (const name of [
    'cover.jpg',
    'list.m3u',
    '.hidden.wav',
    '._a.wav',
    '.git/a.wav',
    '@eaDir/a.wav',
    'wav',
  ]) {
    put(library.folder, name, wav(1));
  }
  put(library.folder, 'folder.mp3/a.WAV', wav(2));
  put(library.folder, 'old.ape', 'MAC ');
  if (process.platform !== 'win32') execFileSync('mkfifo', [join(library.folder, 'pipe.mp3')]);
  expect(await library.index()).toMatchObject({ added: 1, failed: 0 });
  expect(problems(library)).toEqual([
    '/old.ape skipped unsupported-format',
    ...(process.platform === 'win32' ? [] : ['/pipe.mp3 skipped not-a-file']),
  ]);
});

const BAD_FILES: Record<string, { content: Buffer | string; code: ErrorCode }> = {
  'empty.mp3': { content: '', code: 'empty-file' },
  'text.mp3': { content: 'This is no music.', code: 'not-audio' },
  'hang.wav': { content: wav(10, 300), code: 'time-limit' },
  'stall.wav': { content: wav(11, 300), code: 'time-limit' },
  'exit.wav': { content: wav(12), code: 'worker-crashed' },
  'hungry.wav': { content: wav(13), code: 'worker-crashed' },
  'vanish.wav': { content: wav(14), code: 'not-found' },
  'still-growing.wav': { content: wav(15), code: 'changed-while-reading' },
};

test('each bad file has its outcome, and the good ones between them their curves', async () => {
  const library = new TestLibrary();
  const good = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => put(library.folder, `${n}.wav`, wav(n)));
  for (const [name, { content }] of Object.entries(BAD_FILES)) put(library.folder, name, content);
  // The two that hang, known by their size, take their time whole; the others have plenty.
  const analysis = {
    timeLimitSeconds: (size: number) => (size === wav(10, 300).length ? 1 : 60),
    heapLimitMb: 64,
  };

  const summary = await library.index({ analysis });
  expect(summary).toMatchObject({
    analysed: good.length,
    failed: Object.keys(BAD_FILES).length,
    interrupted: false,
  });
  expect(problems(library)).toEqual(
    Object.entries(BAD_FILES)
      .map(([name, { code }]) => `/${name} failed ${code}`)
      .sort(),
  );
  expect(
    library
      .computed()
      .filter((path) => good.includes(path))
      .sort(),
  ).toEqual(good);
});

test('a failed file is left alone until it changes or a retry is asked for', async () => {
  const library = new TestLibrary();
  const path = put(library.folder, 'a.wav', 'RIFX, not sound yet');
  expect(await library.index()).toMatchObject({ added: 1, failed: 1, analysed: 0 });
  const failedAt = (): number => listProblems(library.db)[0].atMs;
  const first = failedAt();
  await library.index({ now: () => first + 1000 });
  expect(failedAt()).toBe(first);
  await library.index({ now: () => first + 2000, retryFailed: true });
  expect(failedAt()).toBe(first + 2000);
  utimesSync(path, new Date(), new Date(1_600_000_000_000));
  await library.index({ now: () => first + 3000 });
  expect(failedAt()).toBe(first + 3000);
  writeFileSync(path, wav(1));
  expect(await library.index()).toMatchObject({ updated: 1, failed: 0, analysed: 1 });
  expect(problems(library)).toEqual([]);
});

test('a failure that every file would share ends the run', async () => {
  const library = new TestLibrary();
  put(library.folder, 'model-invalid.wav', wav(1));
  put(library.folder, 'stall.wav', wav(2));
  await expect(library.index()).rejects.toMatchObject({ code: 'model-invalid' });
  expect(problems(library)).toEqual([]);
});

test('what cannot be written ends the run, however busy the walk is with the next folder by then', async () => {
  const library = new TestLibrary();
  // As many as are written at first.
  for (let n = 0; n < 10; n++) put(library.folder, `a/${n}.wav`, wav(n));
  put(library.folder, 'b/last.wav', wav(10));
  const failed = Promise.withResolvers<null>();
  const fileSystem: FileSystem = {
    ...nodeFileSystem,
    readFolder: async (path) => {
      if (path.endsWith('b')) await failed.promise.then(() => setImmediate());
      return nodeFileSystem.readFolder(path);
    },
  };
  let tellings = 0;
  const onTracksChanged = (): void => {
    if (++tellings > 1) return;
    failed.resolve(null);
    throw new Error('no room');
  };
  await expect(library.index({ fileSystem, onTracksChanged })).rejects.toThrow('no room');
});
