import { expect, test } from 'vitest';
import { dayOf } from '../../../renderer/history/day-of.ts';

const at = (day: number, hour = 12, month = 5, year = 2026): number =>
  new Date(year, month, day, hour).getTime();

test.each([
  [at(17, 0), 'Today'],
  [at(16, 23), 'Yesterday'],
  [at(15), 'Monday'],
  [at(11), 'Thursday'],
  [at(10), 'June 10'],
  [at(10, 12, 5, 2025), 'June 10, 2025'],
  // A clock that was set back.
  [at(18), 'Today'],
])('%i is %s', (playedAtMs, day) => {
  expect(dayOf(playedAtMs, at(17))).toBe(day);
});

test('days on which clocks change are days', () => {
  for (let day = 1; day < 365; day++) {
    expect(dayOf(new Date(2026, 0, day, 1).getTime(), new Date(2026, 0, day + 1, 23).getTime())).toBe(
      'Yesterday',
    );
  }
});
