import { SegueError } from '../../contract/errors.ts';
import type { ReadableDB } from '../handle.ts';
import { all } from '../statement.ts';

export interface Reading {
  /** Goes on past what cannot be read, and is told of it; without it the first such place is thrown. */
  readonly onUnreadable?: (error: SegueError) => void;
}

const PAGE_ROWS = 500;

/**
 * Rows in the order of their `id`, a page at a time: other statements may run between them. Where a page of the database
 * is damaged, what lies before it is read from the front and what lies behind it from the back.
 *
 * @param select a query without WHERE, ORDER BY and LIMIT that gives each row's `id`, which `key` names in SQL
 */
export function* rowsById<Row extends { readonly id: number }>(
  db: ReadableDB,
  select: string,
  key: string,
  { onUnreadable }: Reading,
): Generator<Row> {
  let last = -1;
  const page = (limit: number): Row[] =>
    all<Row>(db, `${select} WHERE ${key} > ? ORDER BY ${key} LIMIT ${limit}`, last);
  try {
    for (;;) {
      const rows = readableFirst(page, onUnreadable === undefined ? undefined : 1);
      for (const row of rows) {
        last = row.id;
        yield row;
      }
      if (rows.length === 0) return;
    }
  } catch (error) {
    if (onUnreadable === undefined || !(error instanceof SegueError)) throw error;
    onUnreadable(error);
  }
  yield* fromBehind<Row>(db, select, key, last);
}

/** A page or, where it cannot be read as a whole, the first rows of it, one by one. */
function readableFirst<Row>(page: (limit: number) => Row[], fallback: number | undefined): Row[] {
  try {
    return page(PAGE_ROWS);
  } catch (error) {
    if (fallback === undefined) throw error;
    return page(fallback);
  }
}

function* fromBehind<Row extends { readonly id: number }>(
  db: ReadableDB,
  select: string,
  key: string,
  after: number,
): Generator<Row> {
  let before = Number.MAX_SAFE_INTEGER;
  for (;;) {
    let row;
    try {
      row = all<Row>(db, `${select} WHERE ${key} < ? ORDER BY ${key} DESC LIMIT 1`, before).at(0);
    } catch {
      return;
    }
    if (row === undefined || row.id <= after) return;
    before = row.id;
    yield row;
  }
}
