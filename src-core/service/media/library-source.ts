import { getArt } from '../../database/art.ts';
import { isBelowFolder } from '../../database/folders.ts';
import type { ReadableDB } from '../../database/handle.ts';
import { getTrack } from '../../database/tracks.ts';
import { readTags } from '../../library/read-tags.ts';
import type { MediaSource } from './media-source.ts';

/** The media of a library. */
export function librarySource(db: ReadableDB): MediaSource {
  return {
    track: (id) => {
      const track = getTrack(db, id);
      // A path that came with a backup, or was left behind by a folder, is not opened just because it is written down.
      if (track === undefined || !isBelowFolder(db, track.path)) return Promise.resolve(undefined);
      const { path, durationSeconds, channels } = track;
      return Promise.resolve({ path, durationSeconds, channels });
    },
    art: async (id) => {
      const stored = getArt(db, id);
      if (stored === undefined) return undefined;
      const { mimeType, bytes, sha256, path } = stored;
      if (bytes !== null) return { mimeType, bytes, sha256 };
      // Too large to be kept twice: it is read from a file that shows it.
      if (!isBelowFolder(db, path)) return undefined;
      const { art } = await readTags(path);
      return art === null ? undefined : { mimeType: art.mimeType, bytes: art.bytes, sha256: art.sha256 };
    },
  };
}
