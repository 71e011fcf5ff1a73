import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { mergeBackup } from '../../../src-core/service/backup/merge-backup.ts';
import { writeBackup } from '../../../src-core/service/backup/write-backup.ts';
import { openLibrary } from '../../database/open-library.ts';
import { makeFolder } from '../../support/make-folder.ts';
import { contentsOf } from './contents-of.ts';
import { fillLibrary } from './make-library.ts';

const HEADER = { format: 'segue-backup', version: 1, createdAtMs: 1 };
const TRACK = {
  kind: 'track',
  id: 1,
  path: '/music/1.mp3',
  sizeBytes: 1,
  fingerprint: 'f',
  title: 't',
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
  addedAtMs: 1,
};
const end = (records: number): object => ({ kind: 'end', records });
const play = { kind: 'play', startedAtMs: 1, finishedAtMs: null, skippedAtSeconds: null, seamDistance: null };

function packed(...lines: unknown[]): Buffer {
  return gzipSync(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

/** Merges these bytes as a file and tells how that failed. */
async function mergeBytes(bytes: Uint8Array): Promise<{ code: string; message: string } | null> {
  const db = openLibrary();
  const file = join(makeFolder(), 'hostile.segue-backup');
  writeFileSync(file, bytes);
  const before = contentsOf(db);
  const failure = await mergeBackup(db, file, { nowMs: 1 }).then(
    () => null,
    (error: unknown) => error as { code: string; message: string },
  );
  if (failure !== null) expect(contentsOf(db)).toEqual(before);
  return failure;
}

describe('a file that is not a whole backup is refused, with nothing changed', () => {
  test.each<[string, Buffer]>([
    ['not compressed', Buffer.from(JSON.stringify(HEADER))],
    ['empty', Buffer.alloc(0)],
    ['compressed nonsense', gzipSync('no backup')],
    ['another program’s JSON', packed({ hello: 1 })],
    ['without an end', packed(HEADER, TRACK)],
    ['without its last newline', gzipSync(JSON.stringify(HEADER))],
    ['with a record lost', packed(HEADER, end(1))],
    ['with something after its end', packed(HEADER, end(0), TRACK)],
    ['of unknown records', packed(HEADER, { kind: 'command', run: 'rm' }, end(1))],
    ['with a field that does not belong', packed(HEADER, { ...TRACK, isAdmin: true }, end(1))],
    ['with a relative path', packed(HEADER, { ...TRACK, path: 'music/1.mp3' }, end(1))],
    ['with a path that climbs', packed(HEADER, { ...TRACK, path: '/music/../etc/shadow' }, end(1))],
    ['with a NUL in a path', packed(HEADER, { ...TRACK, path: '/music/\0.mp3' }, end(1))],
    ['with a title of a megabyte', packed(HEADER, { ...TRACK, title: 'x'.repeat(1_000_000) }, end(1))],
    ['with half a millisecond', packed(HEADER, { ...TRACK, addedAtMs: 0.5 }, end(1))],
    ['with a track twice', packed(HEADER, TRACK, TRACK, end(2))],
    ['that plays a track it does not hold', packed(HEADER, { ...play, track: 9 }, end(1))],
    [
      'with a number that is none',
      gzipSync(`${JSON.stringify(HEADER)}\n{"kind":"folder","path":"/m","addedAtMs":1e999}\n`),
    ],
    ['with a line without end', gzipSync(`${JSON.stringify(HEADER)}\n"${'x'.repeat(40_000_000)}`)],
  ])('%s', async (_, bytes) => {
    expect(await mergeBytes(bytes)).toMatchObject({ code: 'backup-invalid' });
  });

  test('cut short anywhere, or with any byte changed, it is refused or, where nothing of weight changed, taken whole', async () => {
    const db = openLibrary();
    fillLibrary(db, '/music', {
      contents: [{ title: 'One', artist: null, content: 1 }],
      playlists: [{ name: 'P', tracks: [0], createdAtMs: 1, changedAtMs: 2 }],
      plays: [{ track: 0, startedAtMs: 1, end: 'finished', seam: null }],
      settings: {},
      queue: null,
    });
    const file = join(makeFolder(), 'whole.segue-backup');
    await writeBackup(db.path, file, { extent: 'all tracks, with curves', nowMs: 1 });
    const whole = readFileSync(file);
    for (let at = 0; at < whole.length; at += 41) {
      expect(await mergeBytes(whole.subarray(0, at))).toMatchObject({ code: 'backup-invalid' });
      const changed = Buffer.from(whole);
      changed[at] ^= 0x55;
      const failure = await mergeBytes(changed);
      if (failure === null) expect(gunzipSync(changed).equals(gunzipSync(whole))).toBe(true);
      else expect(failure.code).toBe('backup-invalid');
    }
  });

  test('from the future', async () => {
    expect(await mergeBytes(packed({ ...HEADER, version: 2 }, end(0)))).toMatchObject({
      code: 'backup-from-future',
    });
  });

  test('that is not there', async () => {
    await expect(mergeBackup(openLibrary(), '/nowhere/x', { nowMs: 1 })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

test('a backup never takes the place of another file', async () => {
  const file = join(makeFolder(), 'precious.txt');
  writeFileSync(file, 'mine');
  const options = { extent: 'mentioned tracks', nowMs: 1 } as const;
  await expect(writeBackup(openLibrary().path, file, options)).rejects.toMatchObject({ code: 'usage' });
  expect(readFileSync(file, 'utf8')).toBe('mine');
  expect(existsSync(`${file}.part`)).toBe(false);
});
