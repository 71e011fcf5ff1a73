import { join } from 'node:path';
import { SegueError } from '../../../src-core/contract/errors.ts';
import { insertTrack } from '../../../src-core/database/tracks.ts';
import { openDatabase } from '../../../src-core/database/open-database.ts';
import { tagsFromName } from '../../../src-core/library/read-tags.ts';
import { findPlaylist } from '../../../src-core/service/playlists/import-playlist.ts';
import type { WritableDB } from '../../../src-core/database/handle.ts';
import { hostileText, mutate } from '../mutate.ts';
import { promise, type Case, type Target } from '../target.ts';

let library: { readonly db: WritableDB; readonly ids: ReadonlySet<number> } | undefined;

/** Whatever a playlist's text names, only the library's own tracks are found, and no file is opened. */
export const importPlaylist: Target = async (it) => {
  library ??= makeLibrary(it);
  const lines = Array.from({ length: it.below(30) }, () => line(it));
  const text = mutate(Buffer.from(`#EXTM3U\n${lines.join('\n')}`), it).toString('utf8');
  const request = {
    name: hostileText(it).slice(0, 200) || 'x',
    text,
    folder: it.pick([null, '/music', it.folder]),
  };
  try {
    const { name, trackIds } = await findPlaylist(library.db, request);
    promise(name.length <= 200, 'a name without bound');
    for (const id of trackIds) promise(library.ids.has(id), `track ${id} is not in the library`);
  } catch (error) {
    if (!(error instanceof SegueError) || error.code === 'internal') throw error;
  }
};

function line(it: Case): string {
  const path = `/music/Band ${it.below(3)}/${it.below(20)}.mp3`;
  return it.pick([
    () => path,
    () => path.slice(7),
    () => `#EXTINF:${it.below(999)},${hostileText(it).slice(0, 2000)}`,
    () => `#PLAYLIST:${hostileText(it)}`,
    () => hostileText(it).slice(0, 5000),
    () => `file://${encodeURI(path)}`,
    () => path.replaceAll('/', '\\'),
    () => `..${path}`,
  ])();
}

function makeLibrary({ folder }: Case): NonNullable<typeof library> {
  const { db } = openDatabase(join(folder, '..', 'playlists.db'));
  const paths = Array.from({ length: 60 }, (_, n) => `/music/Band ${n % 3}/${n % 20}.mp3`);
  const ids = new Set(
    [...new Set(paths)].map((path) =>
      insertTrack(
        db,
        { ...tagsFromName(path), path, sizeBytes: 1, mtimeMs: 1, fingerprint: path, artId: null },
        1,
      ),
    ),
  );
  return { db, ids };
}
