import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { closeDatabase } from '../../../src-core/database/handle.ts';
import { openDatabase } from '../../../src-core/database/open-database.ts';
import { loadClipModel, shippedModel } from '../../../src-core/emotion/models.ts';
import { writeLibrary } from '../../bench/library/write-library.ts';
import { writeTone } from './music.ts';

const TRACKS = 60;
const SECONDS = 30;

/**
 * Makes a library of made-up tracks with covers, curves and plays, as if all of it had been listened to; every file is the
 * same tone.
 * @param folder where the library and its music are kept
 * @returns the library's path
 */
export async function makeListenedLibrary(folder: string): Promise<string> {
  const sound = writeTone(folder, { title: 'tone', seconds: SECONDS, hz: 330 });
  const { version } = await loadClipModel(shippedModel('clip'));
  const path = join(folder, 'segue.db');
  const { db } = openDatabase(path);
  writeLibrary(db, {
    tracks: TRACKS,
    modelVersion: version,
    folder: join(folder, 'Demo library'),
    sound,
    seed: 1,
    usualSeconds: SECONDS,
  });
  closeDatabase(db);
  rmSync(sound);
  return path;
}
