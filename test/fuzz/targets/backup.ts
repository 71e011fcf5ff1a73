import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { SegueError } from '../../../src-core/contract/errors.ts';
import { closeDatabase, connectionOf } from '../../../src-core/database/handle.ts';
import { openDatabase } from '../../../src-core/database/open-database.ts';
import { mergeBackup } from '../../../src-core/service/backup/merge-backup.ts';
import { hostileText, mutate } from '../mutate.ts';
import { promise, type Case, type Target } from '../target.ts';

/** Whatever a backup holds, it is refused with nothing changed, or merged into a library that stays whole. */
export const mergeHostileBackup: Target = async (it) => {
  const file = join(it.folder, 'hostile.segue-backup');
  const text = Buffer.from(lines(it));
  writeFileSync(
    file,
    it.below(3) === 0 ? mutate(gzipSync(text), it) : gzipSync(it.below(2) === 0 ? text : mutate(text, it)),
  );
  const { db } = openDatabase(join(it.folder, 'library.db'));
  try {
    await mergeBackup(db, file, { nowMs: 1 });
  } catch (error) {
    if (!(error instanceof SegueError) || error.code === 'internal') throw error;
    promise(error.code.startsWith('backup-'), `refused as ${error.code}: ${error.message.slice(0, 200)}`);
    const { sqlite } = connectionOf(db);
    promise(sqlite.prepare('SELECT count(*) FROM tracks').pluck().get() === 0, 'half of it was merged');
  } finally {
    promise(
      connectionOf(db).sqlite.pragma('integrity_check', { simple: true }) === 'ok',
      'the library is damaged',
    );
    closeDatabase(db);
  }
};

function lines(it: Case): string {
  const odd = (usual: unknown): unknown =>
    it.below(12) === 0
      ? it.pick([null, -1, 1e300, '', hostileText(it).slice(0, 3000), [], {}, true, 2 ** 53])
      : usual;
  const track = (id: number): object => ({
    kind: 'track',
    id,
    path: odd(`/music/${id}.mp3`),
    sizeBytes: odd(1),
    fingerprint: odd(`content ${id % 3}`),
    title: odd(hostileText(it).slice(0, 2000)),
    artist: odd(null),
    album: odd('Album'),
    ...{ albumArtist: null, genre: null, trackNo: 1, discNo: null, year: 1999, durationSeconds: 1 },
    ...{ sampleRateHz: 1, channels: 2, addedAtMs: odd(1), lovedAtMs: null, neverAtMs: odd(null) },
  });
  const play = {
    kind: 'play',
    startedAtMs: odd(1),
    finishedAtMs: null,
    skippedAtSeconds: odd(1),
    seamDistance: null,
  };
  const records = [
    { kind: 'folder', path: odd('/music'), addedAtMs: 1 },
    ...[1, 2, 3].map(track),
    {
      kind: 'playlist',
      id: 1,
      name: odd('P'),
      createdAtMs: 1,
      changedAtMs: odd(1),
      tracks: odd([1, 2, 3, 1]),
    },
    { ...play, track: odd(1), after: odd(2), heldAgainst: odd(0) },
    { kind: 'setting', key: odd('player'), value: odd({ theme: 'dark' }) },
  ];
  const all = [
    { format: 'segue-backup', version: 1, createdAtMs: 1 },
    ...records,
    { kind: 'end', records: records.length },
  ];
  return all.map((line) => `${JSON.stringify(line)}\n`).join('');
}
