import { expect, it } from 'vitest';
import { bandOf, ENERGY_BANDS, hourName } from '../../../renderer/steering/energy-bands.ts';

it('finds the band of every rule that it made, and the nearest for one that it did not', () => {
  expect(ENERGY_BANDS.map(({ limits }) => bandOf(limits))).toEqual(ENERGY_BANDS.map((_, i) => i));
  expect(ENERGY_BANDS[bandOf({ lowest: -1, highest: -0.2 })].name).toBe('Calm only');
});

it('writes hours as clocks do', () => {
  expect([0, 7, 23].map(hourName)).toEqual(['00:00', '07:00', '23:00']);
});
