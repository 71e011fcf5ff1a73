import type { ImportPlaylist } from '../../contract/api/index.ts';
import { SegueError } from '../../contract/errors.ts';
import type { ReadableDB } from '../../database/handle.ts';
import { readM3u } from '../../library/m3u/read-m3u.ts';
import { TrackFinder } from './track-finder.ts';

export interface FoundPlaylist {
  readonly name: string;
  readonly trackIds: readonly number[];
  /** What names nothing in the library, as the file has it. */
  readonly notFound: readonly string[];
}

const MOST_ENTRIES = 50_000;
const LONGEST_NAME = 200;

/**
 * Finds what a playlist's text names among the library's tracks.
 * @throws {SegueError} 'invalid-request' where it names nothing at all, 'too-large', 'not-indexed' where nothing that it
 *   names is in the library
 */
export async function findPlaylist(db: ReadableDB, request: ImportPlaylist): Promise<FoundPlaylist> {
  const { name, locations } = readM3u(request.text);
  if (locations.length === 0) throw new SegueError('invalid-request', 'There is no track in that playlist.');
  if (locations.length > MOST_ENTRIES) {
    throw new SegueError(
      'too-large',
      `That playlist has more than ${MOST_ENTRIES.toLocaleString('en')} tracks.`,
    );
  }
  const found = await new TrackFinder(db).find(locations, request.folder);
  const trackIds = found.filter((id) => id !== null);
  if (trackIds.length === 0) {
    throw new SegueError(
      'not-indexed',
      'None of the tracks in that playlist are in your library. Add the folder that they lie in first.',
    );
  }
  return {
    name: (name ?? request.name).slice(0, LONGEST_NAME).trim() || request.name,
    trackIds,
    notFound: locations.filter((_, i) => found[i] === null),
  };
}
