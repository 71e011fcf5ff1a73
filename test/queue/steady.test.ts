import { describe, expect, it } from 'vitest';
import { beliefInEnds, steadyEnd, steadyForecast, steadyOpenings } from '../../src-core/queue/steady.ts';
import { flatCurve, makeOpenings } from './make-openings.ts';

/** A stray as wide as unrest is. */
const UNREST = { arousal: 0.08, valence: -0.03 };

describe('steadying', () => {
  it('believes the ends of a song more than those of an excerpt, and never past the song', () => {
    const [excerpt, song, endless] = [30, 225, 36_000].map((seconds) => beliefInEnds(seconds, UNREST));
    expect(excerpt.arousal).toBeCloseTo(0.22, 2);
    expect(song.arousal).toBeGreaterThan(0.85);
    expect(song.valence).toBeGreaterThan(excerpt.valence);
    expect(endless).toEqual(song);
  });

  it('believes what strays further than unrest ever does, however short the track', () => {
    expect(beliefInEnds(30, { arousal: 0.4, valence: 0 }).arousal).toBeGreaterThan(0.8);
    expect(beliefInEnds(30, { arousal: -0.4, valence: 0 })).toEqual(
      beliefInEnds(30, { arousal: 0.4, valence: 0 }),
    );
    expect(beliefInEnds(30, { arousal: 0, valence: 0 })).toEqual(beliefInEnds(30, UNREST));
  });

  it('draws an end toward the mean by what is not to be believed', () => {
    const mean = { arousal: 0.1, valence: 0.1 };
    const belief = beliefInEnds(30, { arousal: 0.1, valence: -0.05 });
    const { arousal, valence } = steadyEnd(flatCurve(0.2, 0.05, 3), mean, 30);
    expect(arousal[2]).toBeCloseTo(0.1 + 0.1 * belief.arousal, 6);
    expect(valence[2]).toBeCloseTo(0.1 - 0.05 * belief.valence, 6);
  });

  it('expects music to stay where its last seconds are believed to have been, and to come back to its mean slowly', () => {
    const mean = { arousal: 0.1, valence: 0.1 };
    const closing = flatCurve(0.2, 0.05, 20);
    const end = steadyEnd(closing, mean, 200);
    const { arousal, valence } = steadyForecast(closing, closing, mean, 200);
    expect(arousal[0]).toBeCloseTo(end.arousal[19], 2);
    expect(valence[0]).toBeCloseTo(end.valence[19], 2);
    arousal.slice(1).forEach((value, step) => expect(value).toBeLessThan(arousal[step]));
    // Ten seconds later four fifths of the way from the mean are left.
    expect((arousal[19] - mean.arousal) / (end.arousal[19] - mean.arousal)).toBeCloseTo(0.8, 1);
    // The ends of an excerpt are hardly believed, nor what is made from them.
    const ofExcerpt = steadyForecast(closing, closing, mean, 30);
    expect(ofExcerpt.arousal[19]).toBeLessThan(0.13);
  });

  it('sets out from the very last value, and lets go of it for the level of the last seconds', () => {
    const mean = { arousal: 0, valence: 0 };
    const { arousal: dive } = flatCurve(0.4, 0, 20);
    dive[19] = -0.6;
    const closing = { arousal: dive, valence: dive };
    const end = steadyEnd(closing, mean, 225).arousal[19];
    const { arousal } = steadyForecast(flatCurve(0.4, 0.4, 20), closing, mean, 225);
    expect(arousal[0]).toBeGreaterThan(end);
    expect(arousal[0]).toBeLessThan(0);
    expect(arousal[19]).toBeGreaterThan(0.2);
  });

  it('moves by as much of the movement of a forecast as is borne out', () => {
    const mean = { arousal: 0, valence: 0 };
    const still = steadyForecast(flatCurve(0, 0, 20), flatCurve(0, 0, 20), mean, 225);
    const rising = { arousal: Float32Array.from({ length: 20 }, (_, i) => i / 50), valence: still.valence };
    const { arousal } = steadyForecast(rising, flatCurve(0, 0, 20), mean, 225);
    expect(still.arousal[19]).toBeCloseTo(0, 6);
    expect(arousal[19]).toBeGreaterThan(0.1);
    expect(arousal[19]).toBeLessThan(rising.arousal[19]);
  });

  it('draws every row, music only', () => {
    const openings = makeOpenings([flatCurve(0.2, 0.15, 2), flatCurve(-0.5, 0, 20)]);
    steadyOpenings(openings, Float32Array.of(0.1, 0.1, -0.5, 0), Float32Array.of(30, 200));
    const belief = beliefInEnds(30, { arousal: 0.1, valence: 0.05 });
    expect(openings.values[0]).toBeCloseTo(0.1 + 0.1 * belief.arousal, 6);
    expect(openings.values[3]).toBeCloseTo(0.1 + 0.05 * belief.valence, 6);
    expect(openings.values[4]).toBe(0);
    expect(openings.values[40]).toBeCloseTo(-0.5, 6);
  });
});
