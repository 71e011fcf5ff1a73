import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moved, without } from '../../../renderer/playlists/reorder.ts';
import { playlistNameOf, readPlaylistBytes } from '../../../renderer/playlists/read-playlist-file.ts';

describe('the text of a playlist file', () => {
  const text = '#EXTM3U\r\nZoë/é.mp3\r\n';
  test.each([
    ['UTF-8', Buffer.from(text, 'utf8')],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`, 'utf8')],
    ['what Windows wrote in Western Europe', Buffer.from(text, 'latin1')],
    ['UTF-16, least byte first', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16, greatest byte first', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ])('is read as %s', (_, bytes) => {
    expect(readPlaylistBytes(new Uint8Array(bytes)).replace(/^\uFEFF/, '')).toBe(text);
  });

  test.each([
    ['Mix.m3u8', 'Mix'],
    ['Mix.M3U', 'Mix'],
    ['a.b.m3u', 'a.b'],
    ['.m3u', 'Playlist'],
  ])('%s is called %s', (file, name) => {
    expect(playlistNameOf(file)).toBe(name);
  });
});

describe('rows that are put elsewhere', () => {
  test.each([
    [[0], 2, ['b', 'a', 'c', 'd']],
    [[3], 0, ['d', 'a', 'b', 'c']],
    [[0, 2], 4, ['b', 'd', 'a', 'c']],
    [[1, 2], 1, ['a', 'b', 'c', 'd']],
    [[0, 3], 2, ['b', 'a', 'd', 'c']],
  ])('%j before %i', (places, before, expected) => {
    expect(moved(['a', 'b', 'c', 'd'], places, before)).toEqual(expected);
  });

  test('are all still there', () => {
    const list = fc.array(fc.nat(9), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(list, fc.array(fc.nat(11)), fc.nat(12), (items, some, before) => {
        const places = [...new Set(some)].filter((place) => place < items.length).sort((a, b) => a - b);
        const result = moved(items, places, Math.min(before, items.length));
        expect([...result].sort()).toEqual([...items].sort());
      }),
    );
  });

  test('are taken out', () => {
    expect(without(['a', 'b', 'a'], [0])).toEqual(['b', 'a']);
  });
});
