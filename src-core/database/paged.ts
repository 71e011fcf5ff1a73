import type { ReadableDB } from './handle.ts';
import { each, type SqlValue } from './statement.ts';

/** Rows that are read in one go: a few milliseconds' worth. */
const PAGE_ROWS = 2000;

/**
 * Reads in pages, and rests after each: whoever runs it decides when it goes on. A reader that rests holds no lock, so
 * rows that come or go meanwhile may be seen or not.
 */
export type Paged<Result> = Generator<undefined, Result>;

/**
 * Visits all rows of a query by their ids.
 *
 * @param sql selects the id first, `WHERE ‹id› > ? ORDER BY ‹id› LIMIT ?`
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
export function* eachPaged<Row extends [number, ...SqlValue[]]>(
  db: ReadableDB,
  sql: string,
  visit: (row: Row) => void,
): Paged<void> {
  let last = Number.MIN_SAFE_INTEGER;
  for (;;) {
    let rows = 0;
    each<Row>(
      db,
      sql,
      (row) => {
        rows++;
        [last] = row;
        visit(row);
      },
      last,
      PAGE_ROWS,
    );
    if (rows < PAGE_ROWS) return;
    yield;
  }
}

/** Reads to the end at once. */
export function readAll<Result>(paged: Paged<Result>): Result {
  for (;;) {
    const { done, value } = paged.next();
    if (done === true) return value;
  }
}
