import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POSTER_SIDE, posterShapes } from '../../../renderer/curve/poster-shapes.ts';

const still = (arousal: number, valence: number, values = 100) => ({
  arousal: new Array<number>(values).fill(arousal),
  valence: new Array<number>(values).fill(valence),
});

describe('posterShapes', () => {
  it('sets the sun where the track lies on the mood plane: right is pleasant, up is excited', () => {
    const { sun: calm } = posterShapes(still(-0.4, 0.3));
    const { sun: tense } = posterShapes(still(0.4, -0.3));
    expect(calm.x).toBeGreaterThan(tense.x);
    expect(calm.y).toBeGreaterThan(tense.y);
  });

  it('makes the sky of the moods in their order', () => {
    const { sky } = posterShapes({
      arousal: [...new Array<number>(50).fill(-0.5), ...new Array<number>(50).fill(0.5)],
      valence: new Array<number>(100).fill(0.2),
    });
    expect(sky[0]).toEqual({ arousal: -0.5, valence: expect.closeTo(0.2) as number });
    expect(sky.at(-1)!.arousal).toBe(0.5);
  });

  it('stays in its frame whatever the curve', () => {
    const value = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 300 }), (points) => {
        const { sun, ridges, sky } = posterShapes({
          arousal: points.map(([arousal]) => arousal),
          valence: points.map(([, valence]) => valence),
        });
        expect(sky.length).toBe(Math.min(9, points.length));
        const numbers = [
          sun.x,
          sun.y,
          ...ridges.flatMap((path) => path.match(/-?\d+(\.\d+)?/g)!.map(Number)),
        ];
        for (const number of numbers) {
          expect(number).toBeGreaterThanOrEqual(0);
          expect(number).toBeLessThanOrEqual(POSTER_SIDE);
        }
      }),
    );
  });
});
