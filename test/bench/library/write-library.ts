import { join } from 'node:path';
import { putArt } from '../../../src-core/database/art.ts';
import { putAnalysis } from '../../../src-core/database/curves.ts';
import { addFolder, markFolderScanned } from '../../../src-core/database/folders.ts';
import type { WritableDB } from '../../../src-core/database/handle.ts';
import { recordSuccess } from '../../../src-core/database/outcomes.ts';
import { finishPlay, startPlay } from '../../../src-core/database/play-history.ts';
import { inTransaction } from '../../../src-core/database/statement.ts';
import { insertTrack } from '../../../src-core/database/tracks.ts';
import { drawAlbums, type SyntheticAlbum } from './draw-albums.ts';
import { type FileFacts, linkedFiles } from './linked-files.ts';
import { createRandom } from '../../support/random.ts';

export interface LibraryRequest {
  readonly tracks: number;
  readonly modelVersion: string;
  /** Where the tracks are said to lie. */
  readonly folder: string;
  /** A sound that stands for every track's file; null: no files are made, as of a drive that is switched off. */
  readonly sound: string | null;
  readonly seed: number;
  /** How long tracks are; about four minutes unless told otherwise. */
  readonly usualSeconds?: number;
}

const ALBUMS_AT_ONCE = 200;
const DAY_MS = 86_400_000;
/** A fixed day: the same request makes the same library. */
const NOW_MS = Date.UTC(2026, 0, 1);
const YEARS_OF_COLLECTING = 10;
/** Of a listener's past. */
const MOST_PLAYS = 20_000;
const PLAYS_PER_TRACK = 0.5;

/** Fills a library with tracks that the indexer might have found, by the very functions through which it writes. */
export function writeLibrary(db: WritableDB, request: LibraryRequest): void {
  const random = createRandom(request.seed);
  const albums = drawAlbums(random, request.modelVersion, request.usualSeconds);
  const makeFile = request.sound === null ? noFile : linkedFiles(request.sound);
  addFolder(db, request.folder, NOW_MS);
  const trackIds: number[] = [];
  while (trackIds.length < request.tracks) {
    inTransaction(db, () => {
      for (let i = 0; i < ALBUMS_AT_ONCE && trackIds.length < request.tracks; i++) {
        const { cover, tracks } = albums.next().value;
        const room = request.tracks - trackIds.length;
        const album = { cover, tracks: tracks.slice(0, room) };
        trackIds.push(...writeAlbum(db, request, album, trackIds.length, makeFile));
      }
    });
  }
  markFolderScanned(db, request.folder, NOW_MS);
  inTransaction(db, () => {
    const plays = Math.min(MOST_PLAYS, Math.floor(request.tracks * PLAYS_PER_TRACK));
    for (let play = plays; play > 0; play--) {
      // What is loved is played often.
      const trackId = trackIds[Math.floor(random.uniform() ** 3 * trackIds.length)];
      const startedAtMs = NOW_MS - play * 240_000;
      const playId = startPlay(db, trackId, random.uniform() * 0.2, startedAtMs);
      if (random.uniform() < 0.9) finishPlay(db, playId, startedAtMs + 240_000);
    }
  });
}

const noFile = (): FileFacts => ({ sizeBytes: 1, mtimeMs: 1 });

function writeAlbum(
  db: WritableDB,
  { folder, tracks: total }: LibraryRequest,
  { cover, tracks }: SyntheticAlbum,
  before: number,
  makeFile: (path: string) => FileFacts,
): number[] {
  const artId = cover === null ? null : putArt(db, cover);
  return tracks.map(({ name, tags, analysis }, i) => {
    const number = before + i;
    const path = join(folder, `${name}.wav`);
    const addedAtMs = NOW_MS - Math.floor((1 - number / total) * YEARS_OF_COLLECTING * 365 * DAY_MS);
    const fingerprint = `synthetic-${number}`;
    const id = insertTrack(db, { path, ...makeFile(path), fingerprint, artId, ...tags }, addedAtMs);
    if (analysis !== null) {
      putAnalysis(db, id, fingerprint, analysis, addedAtMs);
      recordSuccess(db, path, id, addedAtMs);
    }
    return id;
  });
}
