import { emptySounds, type SoundRows } from '../contract/sound-rows.ts';

/** What is known of each row of the openings besides its curve. Rows are in the order of the openings. */
export interface TrackFacts {
  /** Rows with the same number hold the same recording; a plan plays it once. */
  readonly recordings: Int32Array;
  /** Rows with the same number are by the same artist; -1: unknown. */
  readonly artists: Int32Array;
  /** Rows with the same number share a genre; -1: untagged. */
  readonly genres: Int32Array;
  /** Rows with the same number share an album; -1: none. */
  readonly albums: Int32Array;
  /** Place of a row in its album, counted from its first track; only the order counts. */
  readonly albumPlaces: Int32Array;
  /** Integrated loudness, EBU R128; NaN: unknown. */
  readonly loudnessLufs: Float32Array;
  /** Year of release; 0: unknown. */
  readonly years: Int16Array;
  readonly sounds: SoundRows;
  /** How often a row was ever heard to its end. */
  readonly playCounts: Uint32Array;
  /** 1 for each row that the listener loves. */
  readonly loved: Uint8Array;
}

/** Facts of a library of which nothing is known but its curves: every row a recording of its own. */
export function unknownFacts(rows: number): TrackFacts {
  return {
    recordings: Int32Array.from({ length: rows }, (_, row) => row),
    artists: new Int32Array(rows).fill(-1),
    genres: new Int32Array(rows).fill(-1),
    albums: new Int32Array(rows).fill(-1),
    albumPlaces: new Int32Array(rows),
    loudnessLufs: new Float32Array(rows).fill(NaN),
    years: new Int16Array(rows),
    sounds: emptySounds(rows),
    playCounts: new Uint32Array(rows),
    loved: new Uint8Array(rows),
  };
}
