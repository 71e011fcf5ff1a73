import { expect, test } from 'vitest';
import { TRACK_COLUMNS } from '../../../src-core/contract/api/index.ts';
import { fittingColumns, gridTemplate, toggledColumn } from '../../../renderer/tracks/columns.ts';

test('where there is room, all that were chosen are shown, in one order', () => {
  expect(fittingColumns(['duration', 'album'], 100)).toEqual(['album', 'duration']);
  expect(fittingColumns(TRACK_COLUMNS, 200)).toEqual(TRACK_COLUMNS);
});

test('the least important go first, and none are left where there is hardly room for titles', () => {
  const widths = [80, 60, 50, 40, 35, 30, 20, 10];
  const counts = widths.map((width) => fittingColumns(TRACK_COLUMNS, width).length);
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
  expect(fittingColumns(TRACK_COLUMNS, 31)).toEqual(['curve', 'duration']);
  expect(fittingColumns(TRACK_COLUMNS, 29)).toEqual(['duration']);
  expect(fittingColumns(TRACK_COLUMNS, 15)).toEqual([]);
});

test('the header and the rows have a place for cover, title and menu besides', () => {
  expect(gridTemplate(['duration'])).toBe('2.5rem minmax(0, 5fr) 4rem 2.25rem');
});

test('a column is chosen and left out again', () => {
  expect(toggledColumn(['album'], 'mood')).toEqual(['album', 'mood']);
  expect(toggledColumn(['mood', 'album'], 'mood')).toEqual(['album']);
  expect(toggledColumn(['mood'], 'album')).toEqual(['album', 'mood']);
});
