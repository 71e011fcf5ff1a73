import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spreadLabels } from '../../../renderer/curve/spread-labels.ts';

it('leaves labels where they are if they do not touch', () => {
  expect(spreadLabels([80, 10], 20, 100)).toEqual([80, 10]);
});

it('moves touching ones apart, in their order and within the height', () => {
  expect(spreadLabels([50, 52], 20, 100)).toEqual([50, 70]);
  expect(spreadLabels([98, 96], 20, 100)).toEqual([100, 80]);
  const place = fc.double({ min: -20, max: 120, noNaN: true });
  fc.assert(
    fc.property(fc.uniqueArray(place, { minLength: 1, maxLength: 4 }), (places) => {
      const result = spreadLabels(places, 20, 100);
      const sorted = places.map((_, i) => i).sort((a, b) => places[a] - places[b]);
      sorted.forEach((i, rank) => {
        if (rank > 0) expect(result[i] - result[sorted[rank - 1]]).toBeGreaterThanOrEqual(20 - 1e-9);
        expect(result[i]).toBeGreaterThanOrEqual(-1e-9);
        expect(result[i]).toBeLessThanOrEqual(100 + 1e-9);
      });
    }),
  );
});
