import { expect, test } from 'vitest';
import { decimal } from '../../../renderer/format/decimal.ts';
import { fileSize } from '../../../renderer/format/file-size.ts';

test('a zero has no sign, and what is below it a real minus', () => {
  expect(decimal(-0.001, 2)).toBe('0.00');
  expect(decimal(-0.42, 2)).toBe('−0.42');
  expect(decimal(0.425, 1)).toBe('0.4');
});

test('sizes are told in the unit that says something', () => {
  expect(fileSize(0)).toBe('1 kB');
  expect(fileSize(412_300)).toBe('412 kB');
  expect(fileSize(1_240_000)).toBe('1.2 MB');
});
