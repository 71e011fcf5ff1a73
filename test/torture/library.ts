import { join } from 'node:path';
import { closeDatabase, connectionOf, type WritableDB } from '../../src-core/database/handle.ts';
import { putAnalysis } from '../../src-core/database/curves.ts';
import { addFolder } from '../../src-core/database/folders.ts';
import { openDatabase } from '../../src-core/database/open-database.ts';
import { finishPlay, startPlay } from '../../src-core/database/play-history.ts';
import { createPlaylist, setPlaylistTracks } from '../../src-core/database/playlists.ts';
import { saveQueue } from '../../src-core/database/queue-state.ts';
import { setSetting } from '../../src-core/database/settings.ts';
import { setMark } from '../../src-core/database/track-marks.ts';
import { insertTrack } from '../../src-core/database/tracks.ts';
import { put, wav } from '../library/files.ts';
import { contentsOf } from '../service/backup/contents-of.ts';
import { openLibrary } from '../../src-core/service/open-library.ts';
import type { Random } from '../support/random.ts';

/** Adds tracks with curves, whose files are nowhere, and everything that a listener may make of them. */
export function makeLibrary(dbPath: string, tracks: number, { below }: Random): void {
  const { db } = openDatabase(dbPath);
  addFolder(db, '/music', 5);
  const ids = Array.from({ length: tracks }, (_, n) => addTrack(db, n));
  const some = (count: number): number[] => Array.from({ length: count }, () => ids[below(ids.length)]);
  for (let n = 0; n < 20; n++) {
    const id = createPlaylist(db, `Playlist ${n}`, 100 + n);
    setPlaylistTracks(db, id, some(1 + below(200)), 1000 + n);
  }
  for (let n = 0; n < 1000; n++) {
    const play = startPlay(db, ids[below(ids.length)], n / 1000, 10_000 + 10 * n, null);
    if (below(2) === 0) finishPlay(db, play, 10_005 + 10 * n);
  }
  setMark(db, 'loved', some(10), true, 11);
  setMark(db, 'never', some(10), true, 12);
  setSetting(db, 'player', { theme: 'dark', sleepMinutes: 45 });
  const entries = some(12).map((trackId, i) => ({
    entryId: i + 1,
    place: (['history', 'current', 'upcoming'] as const)[Math.min(i, 2)],
    trackId,
    origin: 'hand' as const,
    pinned: false,
    seamDistance: null,
    reason: null,
  }));
  const plain = {
    context: { context: { kind: 'library' }, drawn: 0 },
    rejected: [],
    steering: {},
    playId: null,
  };
  saveQueue(db, { ...plain, entries, mode: 'flow', repeat: 'off', seed: 7, nextEntryId: 13 }, 77);
  closeDatabase(db);
}

function addTrack(db: WritableDB, n: number): number {
  const tags = { albumArtist: 'All', genre: null, discNo: null, year: null, durationSeconds: 20 };
  const content = { sizeBytes: 1000, mtimeMs: 1, fingerprint: `content ${n}`, artId: null };
  const id = insertTrack(
    db,
    {
      ...{ ...tags, ...content, path: `/music/${n}.mp3`, title: `Track ${n}`, artist: `Artist ${n % 9}` },
      ...{ album: `Album ${n % 30}`, trackNo: n, sampleRateHz: 44_100, channels: 2 },
    },
    1000 + n,
  );
  const axis = (phase: number): Float32Array =>
    Float32Array.from({ length: 40 }, (_, i) => Math.sin(n + phase + i / 10) / 2);
  const summary = {
    durationSeconds: 20,
    sampleRateHz: 44_100,
    channels: 2,
    loudnessLufs: -14,
    samplePeak: 0.9,
  };
  const silence = {
    leadingSilenceSeconds: 0,
    trailingSilenceSeconds: 0,
    fadeInSeconds: 0,
    fadeOutSeconds: 0,
  };
  const curve = { arousal: axis(0), valence: axis(2) };
  putAnalysis(
    db,
    id,
    `content ${n}`,
    { ...summary, ...silence, curve, uncertainty: null, modelVersion: 'm' },
    9,
  );
  return id;
}

/** Makes small sound files, no two alike; returns how many. */
export function makeMusic(folder: string, files: number): void {
  for (let n = 0; n < files; n++) put(folder, join(String(n % 7), `${n}.wav`), wav(n));
}

/** What the listener has made in a library. */
export function madeIn(db: WritableDB): string[] {
  const kinds = /^\{"kind":"(playlist|play|setting|queue)"/;
  const marked = /"(loved|never)AtMs":\d/;
  return (contentsOf(db) as string[]).filter((row) => kinds.test(row) || marked.test(row));
}

/** Opens a library as the next program would, and says what it holds and was told. */
export async function inspect<T>(
  dbPath: string,
  nowMs: number,
  read: (db: WritableDB) => T | Promise<T>,
): Promise<{ readonly told: string[]; readonly found: T }> {
  const told: string[] = [];
  const { db } = await openLibrary({ dbPath, nowMs, onNotice: (line) => told.push(line) });
  try {
    const verdict = connectionOf(db).sqlite.pragma('integrity_check', { simple: true });
    if (verdict !== 'ok') throw new Error(`integrity_check: ${String(verdict)}`);
    return { told, found: await read(db) };
  } finally {
    closeDatabase(db);
  }
}
