import type { ReadableDB } from './handle.ts';
import { eachPaged, type Paged } from './paged.ts';
import { each } from './statement.ts';

/** What the queue weighs of each track besides its curve; row `i` speaks for the `i`-th of the ids asked for. */
export interface FactRows {
  /** Mean of the whole curve, arousal and valence interleaved; 0 where there is none. */
  readonly means: Float32Array;
  readonly durationsSeconds: Float32Array;
  /** The same number for the same artist; -1: unknown. */
  readonly artists: Int32Array;
  /** The same number for the same title, whatever its case and accents. */
  readonly titles: Int32Array;
  /** The same number for the same genre; -1: untagged. */
  readonly genres: Int32Array;
  /** -1: none. */
  readonly albums: Int32Array;
  /** Place on the album: disc, then number. */
  readonly albumPlaces: Int32Array;
  /** NaN: unknown. */
  readonly loudnessLufs: Float32Array;
  /** 0: unknown. */
  readonly years: Int16Array;
  /** Plays to the end. */
  readonly playCounts: Uint32Array;
}

/** Discs of an album never hold as many tracks. */
const PLACES_PER_DISC = 10_000;

type FactRow = [
  number,
  number | null,
  number | null,
  number | null,
  string,
  string,
  string,
  number | null,
  number,
  number | null,
  number | null,
];

/** Facts of tracks, by their ids in ascending order, as openings are loaded. */
export function* readTrackFacts(db: ReadableDB, trackIds: Int32Array): Paged<FactRows> {
  const size = trackIds.length;
  const facts: FactRows = {
    means: new Float32Array(2 * size),
    durationsSeconds: new Float32Array(size),
    artists: new Int32Array(size).fill(-1),
    titles: new Int32Array(size).fill(-1),
    genres: new Int32Array(size).fill(-1),
    albums: new Int32Array(size).fill(-1),
    albumPlaces: new Int32Array(size),
    loudnessLufs: new Float32Array(size).fill(NaN),
    years: new Int16Array(size),
    playCounts: new Uint32Array(size),
  };
  const artistOf = numbering();
  const titleOf = numbering();
  const genreOf = numbering();
  let row = 0;
  const rowOf = (id: number): number => {
    while (row < size && trackIds[row] < id) row++;
    return row < size && trackIds[row] === id ? row : -1;
  };
  yield* eachPaged<FactRow>(
    db,
    `SELECT id, mean_arousal, mean_valence, duration_seconds, artist_key, title_key, genre_key, album_id,
       coalesce(disc_no, 1) * ${PLACES_PER_DISC} + coalesce(track_no, 0), loudness_lufs, year
     FROM tracks WHERE id > ? ORDER BY id LIMIT ?`,
    ([id, arousal, valence, duration, artist, title, genre, album, place, loudness, year]) => {
      const at = rowOf(id);
      if (at < 0) return;
      facts.means.set([arousal ?? 0, valence ?? 0], 2 * at);
      facts.durationsSeconds[at] = duration ?? 0;
      facts.artists[at] = artistOf(artist);
      facts.titles[at] = titleOf(title);
      facts.genres[at] = genreOf(genre);
      facts.albums[at] = album ?? -1;
      facts.albumPlaces[at] = place;
      facts.loudnessLufs[at] = loudness ?? NaN;
      facts.years[at] = year ?? 0;
    },
  );
  row = 0;
  each<[number, number]>(
    db,
    `SELECT track_id, count(*) FROM play_history WHERE finished_at_ms IS NOT NULL GROUP BY track_id ORDER BY track_id`,
    ([id, plays]) => {
      const at = rowOf(id);
      if (at >= 0) facts.playCounts[at] = plays;
    },
  );
  return facts;
}

/** Numbers names in the order in which they come; no name, no number. */
function numbering(): (name: string) => number {
  const numbers = new Map<string, number>();
  return (name) => {
    if (name === '') return -1;
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  };
}
