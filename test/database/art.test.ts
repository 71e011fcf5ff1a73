import { expect, test } from 'vitest';
import { dropUnusedArt, getArt, putArt, STORED_ART_LIMIT_BYTES } from '../../src-core/database/art.ts';
import { addTrack, openLibrary } from './open-library.ts';

test('a cover is kept once for all tracks of an album', () => {
  const db = openLibrary();
  const cover = { sha256: 'abc', mimeType: 'image/png', bytes: Uint8Array.of(1, 2, 3) };
  const artId = putArt(db, cover);
  expect(putArt(db, cover)).toBe(artId);
  const tracks = [
    addTrack(db, '/1.mp3', { artId }),
    addTrack(db, '/2.mp3', { artId }),
    addTrack(db, '/3.mp3'),
  ];
  const stored = getArt(db, tracks[1])!;
  expect(stored).toMatchObject({ sha256: 'abc', mimeType: 'image/png', sizeBytes: 3 });
  expect(Array.from(stored.bytes!)).toEqual([1, 2, 3]);
  expect(getArt(db, tracks[2])).toBeUndefined();
  expect(dropUnusedArt(db)).toBe(0);
});

test('a large cover stays in its file; one that no track shows is forgotten', () => {
  const db = openLibrary();
  const bytes = new Uint8Array(STORED_ART_LIMIT_BYTES + 1);
  const large = putArt(db, { sha256: 'large', mimeType: 'image/jpeg', bytes });
  putArt(db, { sha256: 'unused', mimeType: 'image/jpeg', bytes: Uint8Array.of(1) });
  const track = addTrack(db, '/1.mp3', { artId: large });
  expect(getArt(db, track)).toMatchObject({ sizeBytes: bytes.length, bytes: null });
  expect(dropUnusedArt(db)).toBe(1);
  expect(getArt(db, track)).toBeDefined();
});
