import { describe, expect, it } from 'vitest';
import { beliefInEnds, steadyCurve, steadyForecast, steadyOpenings } from '../../src-core/queue/steady.ts';
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

  it('lets a forecast set out from where the end is believed to lie, and go to where it is believed itself', () => {
    const mean = { arousal: 0.1, valence: 0.1 };
    const closing = flatCurve(0.5, -0.3, 20);
    const end = steadyCurve(closing, mean, beliefInEnds(200));
    const { arousal, valence } = steadyForecast(flatCurve(0.5, -0.3, 20), closing, mean, 200);
    expect(Math.abs(arousal[0] - end.arousal[19])).toBeLessThan(0.04);
    expect(Math.abs(valence[0] - end.valence[19])).toBeLessThan(0.04);
    // Ends are believed more than forecasts.
    expect(arousal[19]).toBeLessThan(end.arousal[19] - 0.05);
    expect(arousal[19]).toBeGreaterThan(mean.arousal + 0.05);
    arousal.slice(1).forEach((value, step) => expect(value).toBeLessThan(arousal[step]));
    const ofExcerpt = steadyForecast(flatCurve(0.5, -0.3, 20), closing, mean, 30);
    expect(ofExcerpt.arousal[19]).toBeLessThan(0.15);
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
