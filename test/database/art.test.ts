import { expect, test } from 'vitest';
import { dropUnusedArt, getArt, putArt, STORED_ART_LIMIT_BYTES } from '../../src-core/database/art.ts';
import { addTrack, openLibrary } from './open-library.ts';

test('a cover is kept once for all tracks of an album', () => {
  const db = openLibrary();
  const cover = { sha256: 'abc', mimeType: 'image/png', bytes: Uint8Array.of(1, 2, 3) };
  const artId = putArt(db, cover);
  expect(putArt(db, cover)).toBe(artId);
  for (const path of ['/1.mp3', '/2.mp3']) addTrack(db, path, { artId });
  const stored = getArt(db, artId)!;
  expect(stored).toMatchObject({ sha256: 'abc', mimeType: 'image/png', path: '/1.mp3' });
  expect(Array.from(stored.bytes!)).toEqual([1, 2, 3]);
  expect(dropUnusedArt(db)).toBe(0);
});

test('a large cover stays in its file; one that no track shows is forgotten', () => {
  const db = openLibrary();
  const bytes = new Uint8Array(STORED_ART_LIMIT_BYTES + 1);
  const large = putArt(db, { sha256: 'large', mimeType: 'image/jpeg', bytes });
  const unused = putArt(db, { sha256: 'unused', mimeType: 'image/jpeg', bytes: Uint8Array.of(1) });
  addTrack(db, '/1.mp3', { artId: large });
  expect(getArt(db, large)).toMatchObject({ bytes: null, path: '/1.mp3' });
  expect(getArt(db, unused)).toBeUndefined();
  expect(dropUnusedArt(db)).toBe(1);
  expect(getArt(db, large)).toBeDefined();
});
