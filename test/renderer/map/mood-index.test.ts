import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MoodIndex } from '../../../renderer/map/mood-index.ts';

const axis = fc.double({ min: -1, max: 1, noNaN: true });
const library = fc.array(fc.tuple(axis, axis), { minLength: 1, maxLength: 60 });

function indexOf(moods: readonly (readonly [number, number])[]): MoodIndex {
  return new MoodIndex({
    trackIds: moods.map((_, i) => 10 + 2 * i),
    arousal: moods.map(([arousal]) => arousal),
    valence: moods.map(([, valence]) => valence),
  });
}

it('finds exactly the tracks within a radius, nearest first', () => {
  fc.assert(
    fc.property(library, axis, axis, fc.double({ min: 0, max: 1, noNaN: true }), (moods, a, v, radius) => {
      const distance = (i: number): number => Math.hypot(moods[i][0] - a, moods[i][1] - v);
      const found = indexOf(moods).within({ arousal: a, valence: v }, radius);
      expect(found.map(distance)).toEqual(found.map(distance).toSorted((x, y) => x - y));
      const expected = moods.flatMap((_, i) => (distance(i) <= radius ? [i] : []));
      expect(found.toSorted((x, y) => x - y)).toEqual(expected);
    }),
  );
});

it('finds the nearest few, and no more than there are', () => {
  fc.assert(
    fc.property(library, axis, axis, fc.integer({ min: 1, max: 80 }), (moods, arousal, valence, count) => {
      const found = indexOf(moods).nearestFew({ arousal, valence }, count);
      const distances = moods.map(([a, v]) => Math.hypot(a - arousal, v - valence)).sort((x, y) => x - y);
      const own = found.map((i) => Math.hypot(moods[i][0] - arousal, moods[i][1] - valence));
      expect(own).toEqual(distances.slice(0, count));
    }),
  );
});

it('counts up to a limit and no further', () => {
  const index = indexOf([
    [0, 0],
    [0.1, 0.1],
    [0.9, 0.9],
  ]);
  const box = { arousal: [-0.5, 0.5], valence: [-0.5, 0.5] } as const;
  expect(index.few(box, 2)?.toSorted()).toEqual([0, 1]);
  expect(index.few(box, 1)).toBeNull();
});

it('knows where a track lies, and that it does not know another', () => {
  const index = indexOf([
    [0.1, 0.2],
    [0.3, 0.4],
  ]);
  expect(index.moodOf(12)).toEqual({ arousal: 0.3, valence: 0.4 });
  expect([9, 11, 13].map((id) => index.moodOf(id))).toEqual([null, null, null]);
});

it('has an extent that holds the middle of the plane and is never tiny', () => {
  const { arousal, valence } = indexOf([[0.4, 0.41]]).extent();
  expect(arousal[0]).toBeLessThanOrEqual(0);
  expect(arousal[1] - arousal[0]).toBeGreaterThanOrEqual(0.6);
  expect(valence[1]).toBeGreaterThanOrEqual(0.41);
});

it('finds nothing in an empty library', () => {
  const index = indexOf([]);
  expect(index.nearest({ arousal: 0, valence: 0 })).toBeNull();
  expect(index.nearestFew({ arousal: 0, valence: 0 }, 3)).toEqual([]);
});
