/** What files are called; row `i` of each speaks for the same track. */
export interface NamedRows {
  /** The same number for the same artist; -1: unknown. */
  readonly artists: Int32Array;
  /** The same number for the same title. */
  readonly titles: Int32Array;
  /** 0: unknown. */
  readonly durationsSeconds: Float32Array;
}

/** Releases of a recording are cut and faded differently: that much may one be longer than the next. A live version is not as near. */
const NEAR_SECONDS = 2;
/** More titles than any library has. */
const TITLES = 2 ** 26;

/** Rows that are looked at in about a millisecond. */
const ROWS_A_STEP = 4096;

/** Names each pair of rows that have the same title by the same artist and about the same length. */
export function* sameTitles(
  { artists, titles, durationsSeconds }: NamedRows,
  found: (row: number, other: number) => void,
): Generator<undefined, void> {
  // Most names are a single row's: only those that come again get a list.
  const firstOf = new Map<number, number>();
  const rowsOf = new Map<number, number[]>();
  for (let row = 0; row < artists.length; row++) {
    if (row % ROWS_A_STEP === 0) yield;
    if (artists[row] < 0 || titles[row] < 0 || durationsSeconds[row] === 0) continue;
    const name = artists[row] * TITLES + titles[row];
    const first = firstOf.get(name);
    if (first === undefined) firstOf.set(name, row);
    else rowsOf.set(name, [...(rowsOf.get(name) ?? [first]), row]);
  }
  for (const rows of rowsOf.values()) {
    rows.sort((a, b) => durationsSeconds[a] - durationsSeconds[b]);
    for (let i = 1; i < rows.length; i++) {
      const [shorter, longer] = [rows[i - 1], rows[i]];
      if (durationsSeconds[longer] - durationsSeconds[shorter] <= NEAR_SECONDS) found(shorter, longer);
    }
  }
}
