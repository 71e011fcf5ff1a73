import { expect, test } from 'vitest';
import { addFolder } from '../../../src-core/database/folders.ts';
import { librarySource } from '../../../src-core/service/media/library-source.ts';
import { addTrack, openLibrary } from '../../database/open-library.ts';

test('only what lies in a folder of the library is served', async () => {
  const db = openLibrary();
  addFolder(db, '/music', 1);
  const media = librarySource(db);
  const [inside, beside, outside] = ['/music/1.mp3', '/music-of-others/1.mp3', '/etc/passwd'].map((path) =>
    addTrack(db, path),
  );
  expect(await media.track(inside)).toMatchObject({ path: '/music/1.mp3' });
  expect(await media.track(beside)).toBeUndefined();
  expect(await media.track(outside)).toBeUndefined();
});
