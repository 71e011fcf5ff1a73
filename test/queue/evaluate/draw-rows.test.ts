import { expect, test } from 'vitest';
import { errorOverParts } from '../../../src-core/queue/evaluate/draw-rows.ts';
import { deviation, mean } from '../../../src-core/queue/evaluate/measures.ts';
import { seededNoise } from '../../../src-core/queue/seeded-noise.ts';

test('tells from parts of one sample how far its mean would differ in others', () => {
  const sample = Array.from({ length: 300 }, (_, i) => seededNoise(1, 0, i));
  const meanOfPart = (seed: number): number => {
    const lots = sample.map((_, i) => seededNoise(seed, 7, i));
    const order = [...sample.keys()].sort((a, b) => lots[a] - lots[b]);
    return mean(order.slice(0, 200).map((i) => sample[i]));
  };
  const error = errorOverParts(Array.from({ length: 400 }, (_, seed) => meanOfPart(seed)));
  const known = deviation(sample) / Math.sqrt(sample.length);
  expect(error! / known).toBeGreaterThan(0.9);
  expect(error! / known).toBeLessThan(1.1);
  expect(errorOverParts([1])).toBeNull();
});
