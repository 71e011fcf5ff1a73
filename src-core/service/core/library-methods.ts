import { HOP_SECONDS } from '../../contract/analysis.ts';
import type { SegueMethods } from '../../contract/api/index.ts';
import { getAlbum, listAlbums } from '../../database/album-lists.ts';
import { getCurve } from '../../database/curves.ts';
import type { ReadableDB } from '../../database/handle.ts';
import { getListedTracks } from '../../database/listed-track.ts';
import { moodPoints } from '../../database/mood-points.ts';
import { listArtists, listGenres } from '../../database/name-lists.ts';
import { getTrackDetails } from '../../database/track-details.ts';
import { listTracks } from '../../database/track-lists.ts';
import { known } from './known.ts';

export type LibraryMethods = Pick<
  SegueMethods,
  | 'listTracks'
  | 'getTracks'
  | 'getTrack'
  | 'listAlbums'
  | 'getAlbum'
  | 'listArtists'
  | 'listGenres'
  | 'getCurve'
  | 'moodPoints'
>;

export function libraryMethods(db: ReadableDB): LibraryMethods {
  return {
    listTracks: (request) => listTracks(db, request),
    getTracks: (ids) => getListedTracks(db, ids),
    getTrack: (id) => known(getTrackDetails(db, id), 'track'),
    listAlbums: (request) => listAlbums(db, request),
    getAlbum: (id) => known(getAlbum(db, id), 'album'),
    listArtists: (request) => listArtists(db, request),
    listGenres: (request) => listGenres(db, request),
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
