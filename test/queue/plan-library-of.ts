import { type PlanLibrary, preparePlanLibrary } from '../../src-core/queue/plan-library.ts';
import { unknownFacts } from '../../src-core/queue/track-facts.ts';
import { flatCurve, makeOpenings } from './make-openings.ts';

/** A track that stays where it opens. */
export interface PlainTrack {
  readonly id?: number;
  readonly arousal: number;
  readonly valence: number;
  readonly artist?: number;
  readonly genre?: number;
  readonly recording?: number;
  readonly album?: number;
  readonly albumPlace?: number;
  readonly loved?: boolean;
  readonly uncertainty?: number;
}

/** A library of such tracks, forecast to stay there too. */
export function planLibraryOf(tracks: readonly PlainTrack[]): PlanLibrary {
  const openings = makeOpenings(tracks.map(({ arousal, valence }) => flatCurve(arousal, valence, 20)));
  const pick = (
    of: (track: PlainTrack) => number | undefined,
    otherwise: (row: number) => number,
  ): Int32Array => Int32Array.from(tracks, (track, row) => of(track) ?? otherwise(row));
  const error = tracks.some(({ uncertainty }) => uncertainty !== undefined);
  return preparePlanLibrary({
    openings: {
      ...openings,
      trackIds: pick(
        ({ id }) => id,
        (row) => row + 1,
      ),
      uncertainty: error
        ? Float32Array.from(tracks.flatMap(({ uncertainty = 0.2 }) => [uncertainty, uncertainty]))
        : null,
    },
    facts: {
      ...unknownFacts(tracks.length),
      artists: pick(
        ({ artist }) => artist,
        () => -1,
      ),
      genres: pick(
        ({ genre }) => genre,
        () => -1,
      ),
      recordings: pick(
        ({ recording }) => recording,
        (row) => 1000 + row,
      ),
      albums: pick(
        ({ album }) => album,
        () => -1,
      ),
      albumPlaces: pick(
        ({ albumPlace }) => albumPlace,
        (row) => row,
      ),
      loved: Uint8Array.from(tracks, ({ loved }) => (loved === true ? 1 : 0)),
    },
    means: Float32Array.from(tracks.flatMap(({ arousal, valence }) => [arousal, valence])),
    usualError: { arousal: 0.2, valence: 0.2 },
    continuationsAfter: (rows) =>
      rows.map((row) => ({
        ...flatCurve(tracks[row].arousal, tracks[row].valence, 20),
        variance: { arousal: 0.04, valence: 0.04 },
      })),
  });
}
