import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { safeFileName } from '../../../src-core/service/playlists/file-name.ts';
import { findPlaylist } from '../../../src-core/service/playlists/import-playlist.ts';
import { TrackFinder } from '../../../src-core/service/playlists/track-finder.ts';
import { addTrack, databasePath, openLibrary } from '../../database/open-library.ts';

function musicFolder(): string {
  const folder = join(dirname(databasePath()), 'music');
  mkdirSync(join(folder, 'Ann', 'Best'), { recursive: true });
  return folder;
}

describe('the tracks that a playlist names', () => {
  const db = () => {
    const opened = openLibrary();
    addTrack(opened, '/m/Ann/Best/01.mp3');
    addTrack(opened, '/m/Ann/Live/01.mp3');
    addTrack(opened, '/m/Zoë/é.flac'.normalize('NFC'));
    return opened;
  };

  test.each([
    ['by their whole path', ['/m/Ann/Live/01.mp3'], null, [2]],
    ['from where it lies', ['Live/01.mp3', '../Zoë/é.flac'], '/m/Ann', [2, 3]],
    ['by addresses', ['file:///m/Ann/Best/01.mp3'], null, [1]],
    ['as Windows writes them', ['Ann\\Best\\01.mp3'], '/m', [1]],
    ['with accents written apart', ['/m/Zoë/é.flac'.normalize('NFD')], null, [3]],
    [
      'from a folder that most of them agree on',
      ['Best/01.mp3', '../Zoë/é.flac', 'Live/01.mp3'],
      null,
      [1, 3, 2],
    ],
    ['more than once', ['/m/Ann/Best/01.mp3', '/m/Ann/Best/01.mp3'], null, [1, 1]],
    [
      'that are not in the library',
      ['/etc/passwd', 'https://radio.example/', '01.mp3'],
      '/m',
      [null, null, null],
    ],
  ])('%s', async (_, locations, folder, expected) => {
    await expect(new TrackFinder(db()).find(locations, folder)).resolves.toEqual(expected);
  });

  test('behind links', async () => {
    const library = openLibrary();
    const music = musicFolder();
    const path = join(music, 'Ann', 'Best', '01.mp3');
    writeFileSync(path, '');
    const id = addTrack(library, path);
    symlinkSync(music, `${music}-link`);
    await expect(
      new TrackFinder(library).find([join(`${music}-link`, 'Ann/Best/01.mp3')], null),
    ).resolves.toEqual([id]);
  });
});

describe('a playlist that is opened', () => {
  const request = { name: 'mix', folder: null };

  test('has the name that it gives itself, or its file’s', async () => {
    const db = openLibrary();
    const id = addTrack(db, '/m/a.mp3');
    await expect(
      findPlaylist(db, { ...request, text: '#PLAYLIST:Own\n/m/a.mp3\n/m/b.mp3' }),
    ).resolves.toEqual({
      name: 'Own',
      trackIds: [id],
      notFound: ['/m/b.mp3'],
    });
    await expect(findPlaylist(db, { ...request, text: '/m/a.mp3' })).resolves.toMatchObject({ name: 'mix' });
  });

  test.each([
    ['#EXTM3U\n', 'invalid-request'],
    ['/m/b.mp3', 'not-indexed'],
    ['a\n'.repeat(50_001), 'too-large'],
  ])('is refused where it is of no use', async (text, code) => {
    await expect(findPlaylist(openLibrary(), { ...request, text })).rejects.toMatchObject({ code });
  });
});

test.each([
  ['Late night', 'Late night'],
  ['AC/DC: "Live" <1>?', 'AC DC Live 1'],
  ['..', 'Playlist'],
  ['CON', 'Playlist CON'],
  ['x'.repeat(300), 'x'.repeat(60)],
])('the file of a playlist called %s', (name, expected) => {
  expect(safeFileName(name)).toBe(expected);
});
