import { expect, test } from 'vitest';
import { analysisTimeLimitSeconds } from '../../src-core/library/time-limit.ts';

const MEGABYTE = 1_000_000;

test('four minutes of mp3 have two minutes, ten hours have hours', () => {
  expect(analysisTimeLimitSeconds(9 * MEGABYTE, 240)).toBe(120);
  expect(analysisTimeLimitSeconds(300 * MEGABYTE, 36_000)).toBe(60 + 9000);
});

test('without a length in the header the size has to do', () => {
  expect(analysisTimeLimitSeconds(8 * MEGABYTE, null)).toBe(60 + 250);
  expect(analysisTimeLimitSeconds(0, null)).toBe(60);
});

test('a header that promises too little for the size is not believed', () => {
  expect(analysisTimeLimitSeconds(1_764 * MEGABYTE, 3)).toBe(60 + 2500);
});
