import { expect, test } from 'vitest';
import { connectionOf } from '../../src-core/database/handle.ts';
import { finishPlay, recentPlays, skipPlay, startPlay } from '../../src-core/database/play-history.ts';
import {
  createPlaylist,
  deletePlaylist,
  listPlaylists,
  playlistTrackIds,
  renamePlaylist,
  setPlaylistTracks,
} from '../../src-core/database/playlists.ts';
import {
  loadPosition,
  loadQueue,
  savePosition,
  saveQueue,
  type StoredQueue,
} from '../../src-core/database/queue-state.ts';
import { getSetting, setSetting } from '../../src-core/database/settings.ts';
import { addTrack, openLibrary } from './open-library.ts';

test('playlists keep their order, doubles included', () => {
  const db = openLibrary();
  const [a, b] = [addTrack(db, '/a.mp3'), addTrack(db, '/b.mp3')];
  const id = createPlaylist(db, 'Evening', 10);
  setPlaylistTracks(db, id, [b, a, b], 20);
  expect(playlistTrackIds(db, id)).toEqual([b, a, b]);
  renamePlaylist(db, id, 'Night', 30);
  expect(listPlaylists(db)).toEqual([
    { id, name: 'Night', createdAtMs: 10, changedAtMs: 30, trackCount: 3, durationSeconds: 0, artIds: [] },
  ]);
  setPlaylistTracks(db, id, [a], 40);
  expect(playlistTrackIds(db, id)).toEqual([a]);
  expect(() => setPlaylistTracks(db, id, [b, 999], 50)).toThrow(
    expect.objectContaining({ code: 'database-failed' }),
  );
  expect(playlistTrackIds(db, id)).toEqual([a]);
  deletePlaylist(db, id);
  expect(listPlaylists(db)).toEqual([]);
  expect(playlistTrackIds(db, id)).toEqual([]);
});

test('plays are remembered, newest first, and go with their track', () => {
  const db = openLibrary();
  const track = addTrack(db, '/a.mp3');
  const first = startPlay(db, track, null, 100);
  finishPlay(db, first, 200);
  const second = startPlay(db, track, 0.125, 300);
  skipPlay(db, second, 12.5);
  expect(recentPlays(db, 10)).toEqual([
    {
      id: second,
      trackId: track,
      startedAtMs: 300,
      finishedAtMs: null,
      skippedAtSeconds: 12.5,
      seamDistance: 0.125,
    },
    {
      id: first,
      trackId: track,
      startedAtMs: 100,
      finishedAtMs: 200,
      skippedAtSeconds: null,
      seamDistance: null,
    },
  ]);
  expect(recentPlays(db, 1)).toHaveLength(1);
  connectionOf(db).sqlite.exec('DELETE FROM tracks');
  expect(recentPlays(db, 10)).toEqual([]);
});

test('settings are any JSON value', () => {
  const db = openLibrary();
  expect(getSetting(db, 'volume')).toBeUndefined();
  for (const value of [0.5, 'loud', null, { deep: [1, true] }]) {
    setSetting(db, 'volume', value);
    expect(getSetting(db, 'volume')).toEqual(value);
  }
  setSetting(db, 'volume', undefined);
  expect(getSetting(db, 'volume')).toBeUndefined();
});

test('the queue comes back as it was saved, without what has left the library', () => {
  const db = openLibrary();
  const [a, b] = [addTrack(db, '/a.mp3'), addTrack(db, '/b.mp3')];
  expect(loadQueue(db)).toBeUndefined();
  const common = { pinned: false, seamDistance: null, reason: null };
  const state: StoredQueue = {
    entries: [
      { ...common, entryId: 9, place: 'history', trackId: b, origin: 'hand' },
      { ...common, entryId: 4, place: 'current', trackId: a, origin: 'order', pinned: true },
      {
        ...common,
        entryId: 5,
        place: 'upcoming',
        trackId: b,
        origin: 'flow',
        seamDistance: 0.03,
        reason: { rule: 'continuation' },
      },
    ],
    context: { kind: 'library' },
    rejected: [b],
    mode: 'flow',
    repeat: 'off',
    seed: 7,
    steering: { course: { kind: 'flow' } },
    nextEntryId: 10,
    playId: null,
  };
  saveQueue(db, state, 1);
  expect(loadQueue(db)).toEqual(state);
  savePosition(db, 61.5, 2);
  saveQueue(db, { ...state, steering: {} }, 3);
  expect(loadPosition(db)).toEqual({ positionSeconds: 61.5, savedAtMs: 2 });
  connectionOf(db).sqlite.prepare('DELETE FROM tracks WHERE id = ?').run(b);
  expect(loadQueue(db)).toEqual({ ...state, steering: {}, entries: [state.entries[1]] });
});
