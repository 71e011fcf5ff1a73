import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLocation } from '../../../src-core/library/m3u/read-location.ts';
import { readM3u } from '../../../src-core/library/m3u/read-m3u.ts';
import { type M3uTrack, writeM3u } from '../../../src-core/library/m3u/write-m3u.ts';

describe('reading a playlist', () => {
  test.each([
    ['line feeds', '#EXTM3U\n#EXTINF:3,A - B\na.mp3\nb.mp3\n'],
    ['carriage returns and line feeds', '#EXTM3U\r\na.mp3\r\n\r\nb.mp3'],
    ['carriage returns', '#EXTM3U\ra.mp3\rb.mp3\r'],
    ['a byte order mark', '\uFEFFa.mp3\nb.mp3'],
    ['a byte order mark before the header', '\uFEFF#EXTM3U\r\na.mp3\r\nb.mp3\r\n'],
    ['directives that it does not know', '#EXTM3U\n#EXTALB:x\n#EXTIMG:y\na.mp3\n#EXTVLCOPT:z\nb.mp3'],
    ['space around lines', '  a.mp3 \n\tb.mp3\n'],
  ])('takes %s', (_, text) => {
    expect(readM3u(text).locations).toEqual(['a.mp3', 'b.mp3']);
  });

  test('takes its name', () => {
    expect(readM3u('#EXTM3U\n#PLAYLIST: Late  night \na.mp3').name).toBe('Late  night');
    expect(readM3u('#PLAYLIST:\na.mp3').name).toBeNull();
  });

  test('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readM3u(text)));
  });
});

describe('what a line may mean', () => {
  const on = (platform: NodeJS.Platform, location: string): string[] =>
    readLocation(location, platform).map(({ path, isAbsolute }) => `${isAbsolute ? '!' : ''}${path}`);

  test.each<[NodeJS.Platform, string, string]>([
    ['linux', '/music/a.mp3', '!/music/a.mp3'],
    ['linux', 'Ann/../Ann/a.mp3', 'Ann/a.mp3'],
    ['linux', './a b.mp3', 'a b.mp3'],
    ['linux', 'a%20b.mp3', 'a b.mp3'],
    ['linux', 'Ann\\Best\\a.mp3', 'Ann/Best/a.mp3'],
    ['linux', 'file:///music/a%20b%23.mp3', '!/music/a b#.mp3'],
    ['linux', 'file://localhost/music/a.mp3', '!/music/a.mp3'],
    ['linux', 'file:///music/a b.mp3', '!/music/a b.mp3'],
    ['linux', '100%.mp3', '100%.mp3'],
    ['win32', 'C:\\Music\\a.mp3', '!C:\\Music\\a.mp3'],
    ['win32', 'Ann/Best/a.mp3', 'Ann\\Best\\a.mp3'],
    ['win32', 'file:///C:/Music/a%20b.mp3', '!C:\\Music\\a b.mp3'],
  ])('on %s, %s', (platform, location, expected) => {
    expect(on(platform, location)).toContain(expected);
  });

  test('takes a line as it stands before anything else', () => {
    expect(on('linux', 'a%20b.mp3')[0]).toBe('a%20b.mp3');
  });

  test.each([
    'http://radio.example/stream.mp3',
    'https://a.example/b.m3u',
    'smb://server/a.mp3',
    'file://%zz',
  ])('is nothing for %s', (location) => {
    expect(readLocation(location, 'linux')).toEqual([]);
  });
});

describe('writing a playlist', () => {
  const track = (path: string, fields: Partial<M3uTrack> = {}): M3uTrack => ({
    path,
    title: 'Title',
    artist: 'Artist',
    durationSeconds: 61.6,
    ...fields,
  });
  const linesOf = (tracks: M3uTrack[], folder: string | null, platform: NodeJS.Platform = 'linux') =>
    writeM3u(tracks, { name: 'Mine', folder, platform }).split('\n');

  test('says what each track is and how long', () => {
    expect(
      linesOf([track('/m/a.mp3'), track('/m/b.mp3', { artist: null, durationSeconds: null })], null),
    ).toEqual([
      '#EXTM3U',
      '#PLAYLIST:Mine',
      '#EXTINF:62,Artist - Title',
      '/m/a.mp3',
      '#EXTINF:-1,Title',
      '/m/b.mp3',
      '',
    ]);
  });

  test('names tracks from where it lies where they lie with it, and by their whole path elsewhere', () => {
    const lines = linesOf([track('/m/Ann/a.mp3'), track('/n/b.mp3'), track('/m/#1.mp3')], '/m');
    expect(lines.filter((line) => line.endsWith('.mp3'))).toEqual(['Ann/a.mp3', '/n/b.mp3', './#1.mp3']);
    expect(linesOf([track('C:\\m\\Ann\\a.mp3'), track('D:\\b.mp3')], 'C:\\m', 'win32')).toEqual(
      expect.arrayContaining(['Ann\\a.mp3', 'D:\\b.mp3']),
    );
  });

  test('keeps everything to a line of its own', () => {
    const lines = linesOf([track('/m/a\nb.mp3', { title: 'One\r\nTwo' })], null);
    expect(lines).toContain('#EXTINF:62,Artist - One Two');
    expect(lines).toContain('file:///m/a%0Ab.mp3');
  });

  test('is read again as it was, whatever names files have', () => {
    const name = fc.stringMatching(/^[^/\0]{1,30}$/).filter((part) => part !== '.' && part !== '..');
    fc.assert(
      fc.property(fc.array(fc.array(name, { minLength: 1, maxLength: 3 }), { maxLength: 5 }), (parts) => {
        const paths = parts.map((path) => `/m/${path.join('/')}`);
        const text = writeM3u(
          paths.map((path) => track(path)),
          { name: 'x', folder: '/m', platform: 'linux' },
        );
        const { locations } = readM3u(text);
        expect(locations).toHaveLength(paths.length);
        locations.forEach((location, i) => {
          const found = readLocation(location, 'linux').map(({ path, isAbsolute }) =>
            isAbsolute ? path : `/m/${path}`,
          );
          expect(found).toContain(paths[i]);
        });
      }),
    );
  });
});
