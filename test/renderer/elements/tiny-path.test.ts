import { expect, it } from 'vitest';
import { tinyPath } from '../../../renderer/elements/tiny-path.ts';

it('draws values over the width, excited above and calm below', () => {
  expect(tinyPath([0, 0.75, -0.75], 100, 24)).toBe('M0.0 12.0L50.0 2.0L100.0 22.0');
});

it('keeps what lies outside at the edge, and draws nothing of nothing', () => {
  expect(tinyPath([1, -1], 10, 24)).toBe('M0.0 2.0L10.0 22.0');
  expect(tinyPath([], 10, 24)).toBe('');
});
