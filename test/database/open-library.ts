import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { putAnalysis } from '../../src-core/database/curves.ts';
import { closeDatabase, type WritableDB } from '../../src-core/database/handle.ts';
import { openDatabase } from '../../src-core/database/open-database.ts';
import { insertTrack } from '../../src-core/database/tracks.ts';
import type { TrackAnalysis } from '../../src-core/contract/analysis.ts';
import { makeFolder } from '../support/make-folder.ts';
import { type SoundProfile, TIMBRE_SIZE } from '../../src-core/contract/sound.ts';

/** A path for a database that is gone after the test. */
export function databasePath(): string {
  return join(makeFolder(), 'library.db');
}

export function openLibrary(path = databasePath()): WritableDB {
  const { db } = openDatabase(path);
  onTestFinished(() => closeDatabase(db));
  return db;
}

/** Adds a track named by its path; `fields` replaces what it is made of. */
export function addTrack(
  db: WritableDB,
  path: string,
  fields: Partial<Parameters<typeof insertTrack>[1]> = {},
): number {
  return insertTrack(
    db,
    {
      path,
      sizeBytes: 1000,
      mtimeMs: 1_700_000_000_000.25,
      fingerprint: `print of ${path}`,
      title: path,
      artist: null,
      album: null,
      albumArtist: null,
      genre: null,
      trackNo: null,
      discNo: null,
      year: null,
      durationSeconds: null,
      sampleRateHz: null,
      channels: null,
      artId: null,
      ...fields,
    },
    1000,
  );
}

/** An analysis whose pair `i` is arousal `i / 100` and valence `-i / 100`. */
export function analysis(pairs: number, fields: Partial<TrackAnalysis> = {}): TrackAnalysis {
  return {
    durationSeconds: pairs / 2,
    sampleRateHz: 44_100,
    channels: 2,
    loudnessLufs: -14.5,
    samplePeak: 0.9,
    leadingSilenceSeconds: 0,
    trailingSilenceSeconds: 0,
    fadeInSeconds: 0,
    fadeOutSeconds: 0,
    curve: {
      arousal: Float32Array.from({ length: pairs }, (_, i) => i / 100),
      valence: Float32Array.from({ length: pairs }, (_, i) => -i / 100),
    },
    uncertainty: {
      arousal: new Float32Array(pairs).fill(0.2),
      valence: new Float32Array(pairs).fill(0.1),
    },
    modelVersion: 'model-1',
    ...fields,
  };
}

/** Of a track in which nothing was found but its colour. */
export const QUIET: SoundProfile = {
  tempo: null,
  openingBeat: null,
  closingBeat: null,
  key: null,
  timbre: new Float32Array(TIMBRE_SIZE),
};

export function addAnalysedTrack(db: WritableDB, path: string, result: TrackAnalysis): number {
  const id = addTrack(db, path);
  putAnalysis(db, id, `print of ${path}`, result, 2000);
  return id;
}
