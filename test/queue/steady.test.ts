import { describe, expect, it } from 'vitest';
import { beliefInEnds, steadyCurve, steadyOpenings } from '../../src-core/queue/steady.ts';
import { flatCurve, makeOpenings } from './make-openings.ts';

describe('steadying', () => {
  it('believes the ends of a song more than those of an excerpt, and never past the song', () => {
    const [excerpt, song, endless] = [30, 225, 36_000].map(beliefInEnds);
    expect(excerpt.arousal).toBeCloseTo(0.22, 2);
    expect(song.arousal).toBeGreaterThan(0.85);
    expect(song.valence).toBeGreaterThan(excerpt.valence);
    expect(endless).toEqual(song);
  });

  it('draws an end toward the mean by what is not to be believed', () => {
    const { arousal, valence } = steadyCurve(
      flatCurve(0.5, -0.5, 3),
      { arousal: 0.1, valence: 0.1 },
      { arousal: 0.25, valence: 1 },
    );
    expect(arousal[2]).toBeCloseTo(0.2, 6);
    expect(valence[2]).toBeCloseTo(-0.5, 6);
  });

  it('does so for every row, music only', () => {
    const openings = makeOpenings([flatCurve(0.5, 0.5, 2), flatCurve(-0.5, 0, 20)]);
    steadyOpenings(openings, Float32Array.of(0.1, 0.1, -0.5, 0), Float32Array.of(30, 200));
    const belief = beliefInEnds(30);
    expect(openings.values[0]).toBeCloseTo(0.1 + 0.4 * belief.arousal, 6);
    expect(openings.values[3]).toBeCloseTo(0.1 + 0.4 * belief.valence, 6);
    expect(openings.values[4]).toBe(0);
    expect(openings.values[40]).toBeCloseTo(-0.5, 6);
  });
});
