import { describe, expect, test } from 'vitest';
import type { TrackList } from '../../src-core/contract/api/index.ts';
import { getAlbum, listAlbums } from '../../src-core/database/album-lists.ts';
import { addFolder, listFolders, removeFolder } from '../../src-core/database/folders.ts';
import type { WritableDB } from '../../src-core/database/handle.ts';
import { moodPoints } from '../../src-core/database/mood-points.ts';
import { listArtists, listGenres } from '../../src-core/database/name-lists.ts';
import { startPlay } from '../../src-core/database/play-history.ts';
import { createPlaylist, setPlaylistTracks } from '../../src-core/database/playlists.ts';
import { inTransaction } from '../../src-core/database/statement.ts';
import { setMissing } from '../../src-core/database/scan-lookup.ts';
import { listTrackIds, listTracks, pageOfTrackIds } from '../../src-core/database/track-lists.ts';
import { curveThumbnails } from '../../src-core/database/curve-thumbnails.ts';
import { listSubfolders } from '../../src-core/database/subfolders.ts';
import { addAnalysedTrack, addTrack, analysis, openLibrary } from './open-library.ts';

const all = { offset: 0, limit: 100 };

function titles(db: WritableDB, list: TrackList): string[] {
  return listTracks(db, { ...list, ...all }).items.map(({ title }) => title);
}

function library(): WritableDB {
  const db = openLibrary();
  const common = { albumArtist: 'Ann', genre: 'Folk' };
  addTrack(db, '/m/1.mp3', { ...common, title: 'Two', artist: 'Ann', album: 'B', trackNo: 2, year: 1999 });
  addTrack(db, '/m/2.mp3', { ...common, title: 'one', artist: 'Ann', album: 'B', trackNo: 1, year: 1999 });
  addTrack(db, '/n/3.flac', { title: 'Ébène', artist: 'Zed', album: 'A', year: 2020, genre: 'Jazz' });
  addTrack(db, '/n/4.aiff', { title: 'Track 10' });
  addTrack(db, '/n/5.oga', { title: 'Track 9' });
  return db;
}

describe('a list of tracks', () => {
  test.each<[TrackList, string[]]>([
    [{ sort: 'title' }, ['Ébène', 'one', 'Track 9', 'Track 10', 'Two']],
    [{ sort: 'title', direction: 'descending' }, ['Two', 'Track 10', 'Track 9', 'one', 'Ébène']],
    [{}, ['Track 9', 'Track 10', 'one', 'Two', 'Ébène']],
    [{ sort: 'year', filter: { genre: 'Folk' } }, ['Two', 'one']],
    [{ filter: { artist: 'Zed' } }, ['Ébène']],
    [{ filter: { albumId: 1 } }, ['one', 'Two']],
    [{ search: 'ebe' }, ['Ébène']],
    [{ search: 'tr', sort: 'title' }, ['Track 9', 'Track 10']],
    [{ search: '"; DROP TABLE tracks' }, []],
    [{ filter: { folderId: 7 } }, []],
  ])('%j', (list, expected) => {
    expect(titles(library(), list)).toEqual(expected);
  });

  test('comes in pages and says how long it is', () => {
    const db = library();
    const page = listTracks(db, { sort: 'title', offset: 3, limit: 2 });
    expect(page.total).toBe(5);
    expect(page.items.map(({ title }) => title)).toEqual(['Track 10', 'Two']);
    expect(page.items[0]).not.toHaveProperty('path');
  });

  test('says what the media address answers with', () => {
    const formats = listTracks(library(), { sort: 'added', ...all }).items.map((track) => track.mediaFormat);
    expect(formats).toEqual(['mp3', 'mp3', 'flac', 'wav', 'ogg']);
  });

  test('can be those of a folder, a playlist, or not yet played', () => {
    const db = library();
    addFolder(db, '/m', 1);
    addFolder(db, '/n', 1);
    const playlist = createPlaylist(db, 'P', 1);
    setPlaylistTracks(db, playlist, [3, 1, 3], 1);
    startPlay(db, 2, null, 1);
    setMissing(db, 3, 5);
    expect(listTrackIds(db, { filter: { folderId: 1 } })).toEqual([2, 1]);
    expect(titles(db, { filter: { playlistId: playlist } })).toEqual(['Ébène', 'Two', 'Ébène']);
    expect(listTrackIds(db, { filter: { playlistId: playlist } })).toEqual([1]);
    expect(titles(db, { sort: 'title', filter: { unplayed: true } })).toEqual(['Track 9', 'Track 10', 'Two']);
  });
});

test('albums, artists and genres count what is there', () => {
  const db = library();
  expect(
    listAlbums(db, all).items.map(({ title, artist, trackCount }) => [title, artist, trackCount]),
  ).toEqual([
    ['A', 'Zed', 1],
    ['B', 'Ann', 2],
  ]);
  expect(listAlbums(db, { ...all, search: 'zed', artist: 'Zed' }).total).toBe(1);
  expect(listAlbums(db, { ...all, search: 'zed', artist: 'Ann' }).total).toBe(0);
  expect(listAlbums(db, { ...all, search: '%' }).total).toBe(2);
  expect(listArtists(db, { ...all, search: 'an' }).items).toEqual([
    { name: 'Ann', trackCount: 2, albumCount: 1, artId: null },
  ]);
  expect(listGenres(db, all)).toEqual({
    total: 2,
    items: [
      { name: 'Folk', trackCount: 2 },
      { name: 'Jazz', trackCount: 1 },
    ],
  });
  for (const id of [1, 2]) setMissing(db, id, 1);
  expect(getAlbum(db, 1)).toBeUndefined();
  expect(listAlbums(db, all).total).toBe(1);
});

test('the mood plane holds what has a curve and is there', () => {
  const db = openLibrary();
  addTrack(db, '/a.mp3');
  addAnalysedTrack(db, '/b.mp3', analysis(3));
  setMissing(db, addAnalysedTrack(db, '/c.mp3', analysis(3)), 1);
  expect(moodPoints(db)).toEqual({ trackIds: [2], arousal: [0.01], valence: [-0.01] });
});

test('a folder goes with its tracks, except for those of a folder within it', () => {
  const db = openLibrary();
  for (const path of ['/m', '/m/own', '/n']) addFolder(db, path, 1);
  for (const path of ['/m/1.mp3', '/m/own/2.mp3', '/mn/3.mp3', '/n/4.mp3']) addTrack(db, path);
  removeFolder(db, 1);
  expect(listFolders(db).map(({ path }) => path)).toEqual(['/m/own', '/n']);
  expect(listTrackIds(db, { sort: 'title' })).toHaveLength(3);
});

describe('folders of the library', () => {
  const deep = (): WritableDB => {
    const db = openLibrary();
    for (const path of [
      '/m/a.mp3',
      '/m/Ann/Best/1.mp3',
      '/m/Ann/2.mp3',
      '/m/Ann 2/3.mp3',
      '/m/ann-x/4.mp3',
      '/mm/5.mp3',
    ]) {
      addTrack(db, path, { title: path });
    }
    setMissing(db, addTrack(db, '/m/Gone/6.mp3'), 5);
    addFolder(db, '/m', 1);
    return db;
  };

  test('are those that lead to tracks', () => {
    expect(listSubfolders(deep(), '/m')).toEqual([
      { name: 'Ann', trackCount: 2 },
      { name: 'Ann 2', trackCount: 1 },
      { name: 'ann-x', trackCount: 1 },
    ]);
    expect(listSubfolders(deep(), '/m/Ann')).toEqual([{ name: 'Best', trackCount: 1 }]);
    expect(listSubfolders(deep(), '/nowhere')).toEqual([]);
  });

  test.each([
    [{ folderId: 1, rightHere: true }, ['/m/a.mp3']],
    [{ folderId: 1, subfolder: ['Ann'] }, ['/m/Ann/2.mp3', '/m/Ann/Best/1.mp3']],
    [{ folderId: 1, subfolder: ['Ann'], rightHere: true }, ['/m/Ann/2.mp3']],
    [{ folderId: 1, subfolder: ['..'] }, []],
  ])('have the tracks of %j', (filter, expected) => {
    expect(titles(deep(), { sort: 'title', filter })).toEqual(expected);
  });
});

test('a part of a list can be had as ids alone', () => {
  const db = library();
  const ids = listTracks(db, { sort: 'title', ...all }).items.map(({ id }) => id);
  expect(pageOfTrackIds(db, { sort: 'title', offset: 1, limit: 2 })).toEqual({
    total: 5,
    items: ids.slice(1, 3),
  });
});

test('small curves are means of equal parts', () => {
  const db = openLibrary();
  const long = addAnalysedTrack(db, '/long', analysis(72));
  const short = addAnalysedTrack(db, '/short', analysis(3));
  addTrack(db, '/none');
  const thumbnails = curveThumbnails(db, [short, long, 3, 99]);
  expect(thumbnails.map(({ trackId }) => trackId)).toEqual([long, short]);
  expect(thumbnails[0].arousal).toHaveLength(24);
  expect(thumbnails[0].arousal.slice(0, 2)).toEqual([0.01, 0.04]);
  expect(thumbnails[1].valence).toEqual([0, -0.01, -0.02]);
});

test('what a search finds is the same however much it is', () => {
  const db = openLibrary();
  inTransaction(db, () => {
    for (let n = 0; n < 2400; n++)
      addTrack(db, `/m/${n}`, { title: `Song ${(n * 7919) % 2400}`, artist: n % 2 ? 'Ann' : 'Bea' });
  });
  const found = (list: TrackList): string[] => {
    const { total, items } = listTracks(db, { ...list, offset: 500, limit: 500 });
    expect(total).toBe(2400 - missing);
    return items.map(({ title }) => title);
  };
  let missing = 0;
  for (const sort of ['title', 'artist'] as const) {
    expect(found({ search: 'song', sort })).toEqual(found({ sort }));
    expect(found({ search: 'so', sort, direction: 'descending' })).toEqual(
      found({ sort, direction: 'descending' }),
    );
    for (const limit of [9, 0]) {
      const { total } = pageOfTrackIds(db, { search: 'song', sort, offset: 0, limit });
      expect(total).toBe(2400 - missing);
    }
    setMissing(db, ++missing, 5);
  }
});

test.each([
  ['all', 'song', () => true],
  ['most, that come first', 'ann', (n: number) => n % 10 < 8],
  ['most, that come last', 'bea', (n: number) => n % 10 < 3],
])('the first page of a search that finds %s is that of its order', (_, search, isAnn) => {
  const db = openLibrary();
  const count = 4000;
  inTransaction(db, () => {
    for (let n = 0; n < count; n++)
      addTrack(db, `/m/${n}`, { title: `Song ${(n * 7919) % count}`, artist: isAnn(n) ? 'Ann' : 'Bea' });
  });
  for (const direction of ['ascending', 'descending'] as const) {
    const wanted = listTrackIds(db, { search, sort: 'artist', direction }).slice(0, 50);
    const page = listTracks(db, { search, sort: 'artist', direction, offset: 0, limit: 50 });
    expect(page.items.map(({ id }) => id)).toEqual(wanted);
    expect(page.total).toBe(listTrackIds(db, { search }).length);
  }
});
