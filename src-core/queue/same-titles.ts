import { areAlike, type HeardRows, type Likeness } from './alike.ts';

/** What files are called, and how they are heard; row `i` of each speaks for the same track. */
export interface NamedRows extends HeardRows {
  /** The same number for the same artist; -1: unknown. */
  readonly artists: Int32Array;
  /** The same number for the same title. */
  readonly titles: Int32Array;
}

/**
 * Releases of a recording are cut, faded and mastered differently, but no more than this; a live version is. What a program
 * called "Track 1" by "Unknown artist", a hundred times over, is not alike.
 */
const NEAR: Likeness = { seconds: 2, mood: 0.1, timbreOctaves: 0.6 };
/** More titles than any library has. */
const TITLES = 2 ** 26;
/** Rows that are looked at in about a millisecond. */
const ROWS_A_STEP = 4096;

/** Names each pair of rows that have the same title by the same artist and about the same length. */
export function* sameTitles(
  named: NamedRows,
  found: (row: number, other: number) => void,
): Generator<undefined, void> {
  const { artists, titles, durationsSeconds } = named;
  // Most names are a single row's: only those that come again get a list.
  const firstOf = new Map<number, number>();
  const rowsOf = new Map<number, number[]>();
  for (let row = 0; row < artists.length; row++) {
    if (row % ROWS_A_STEP === 0) yield;
    if (artists[row] < 0 || titles[row] < 0 || durationsSeconds[row] === 0) continue;
    const name = artists[row] * TITLES + titles[row];
    const first = firstOf.get(name);
    const rows = rowsOf.get(name);
    if (first === undefined) firstOf.set(name, row);
    else if (rows === undefined) rowsOf.set(name, [first, row]);
    else rows.push(row);
  }
  for (const rows of rowsOf.values()) {
    rows.sort((a, b) => durationsSeconds[a] - durationsSeconds[b]);
    rows.forEach((row, i) => {
      const longest = durationsSeconds[row] + NEAR.seconds;
      for (let j = i + 1; j < rows.length && durationsSeconds[rows[j]] <= longest; j++) {
        if (areAlike(named, row, rows[j], NEAR)) found(row, rows[j]);
      }
    });
  }
}
