import { expect, test } from 'vitest';
import { all, column, each, get } from '../../src-core/database/statement.ts';
import { openLibrary } from './open-library.ts';

test('one text gives its rows as whoever asks wants them, whoever asked before', () => {
  const db = openLibrary();
  const sql = 'SELECT 1 AS one, 2 AS two';
  const rows: unknown[] = [];
  for (let round = 0; round < 2; round++) {
    expect(get(db, sql)).toEqual({ one: 1, two: 2 });
    expect(column(db, sql)).toEqual([1]);
    each(db, sql, (row) => rows.push(row));
    expect(all(db, sql)).toEqual([{ one: 1, two: 2 }]);
  }
  expect(rows).toEqual([
    [1, 2],
    [1, 2],
  ]);
});
