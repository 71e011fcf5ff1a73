import { sep } from 'node:path';
import { HOP_SECONDS } from '../../contract/analysis.ts';
import type { SegueMethods } from '../../contract/api/index.ts';
import { getAlbum, listAlbums } from '../../database/album-lists.ts';
import { curveThumbnails } from '../../database/curve-thumbnails.ts';
import { getCurve } from '../../database/curves.ts';
import { folderPath } from '../../database/folders.ts';
import type { ReadableDB } from '../../database/handle.ts';
import { getListedTracks } from '../../database/listed-track.ts';
import { moodPoints } from '../../database/mood-points.ts';
import { listArtists, listGenres } from '../../database/name-lists.ts';
import { getTrackDetails } from '../../database/track-details.ts';
import { listTracks, pageOfTrackIds } from '../../database/track-lists.ts';
import { listSubfolders } from '../../database/subfolders.ts';
import { known } from './known.ts';

export type LibraryMethods = Pick<
  SegueMethods,
  | 'listTracks'
  | 'listTrackIds'
  | 'getTracks'
  | 'getTrack'
  | 'listAlbums'
  | 'getAlbum'
  | 'listArtists'
  | 'listGenres'
  | 'listSubfolders'
  | 'getCurve'
  | 'curveThumbnails'
  | 'moodPoints'
>;

export function libraryMethods(db: ReadableDB): LibraryMethods {
  return {
    listTracks: (request) => listTracks(db, request),
    listTrackIds: (request) => pageOfTrackIds(db, request),
    getTracks: (ids) => getListedTracks(db, ids),
    getTrack: (id) => known(getTrackDetails(db, id), 'track'),
    listAlbums: (request) => listAlbums(db, request),
    getAlbum: (id) => known(getAlbum(db, id), 'album'),
    listArtists: (request) => listArtists(db, request),
    listGenres: (request) => listGenres(db, request),
    listSubfolders: ({ folderId, subfolder }) =>
      listSubfolders(db, [known(folderPath(db, folderId), 'folder'), ...subfolder].join(sep)),
    curveThumbnails: (trackIds) => curveThumbnails(db, trackIds),
    getCurve: (trackId) => {
      const stored = getCurve(db, trackId);
      if (stored === undefined) return null;
      const { curve, modelVersion } = stored;
      const arousal = Array.from(curve.arousal, rounded);
      const valence = Array.from(curve.valence, rounded);
      return { trackId, hopSeconds: HOP_SECONDS, arousal, valence, modelVersion };
    },
    moodPoints: () => moodPoints(db),
  };
}

/** Four decimals: finer than the stored steps mean anything, and a third of the length in JSON. */
function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
