import fc from 'fast-check';
import Color from 'colorjs.io';
import { describe, expect, it } from 'vitest';
import {
  accentOf,
  moodAccent,
  nearestTurn,
  NEUTRAL_ACCENT,
  stepsBetween,
  tintOf,
} from '../../../renderer/design/mood-accent.ts';
import { readTheme } from './read-tokens.ts';

const axis = fc.double({ min: -1, max: 1, noNaN: true });

describe('the accent of a mood', () => {
  it('is warm where the music is excited, and cool where it is calm', () => {
    const { hue: excited } = moodAccent({ arousal: 0.6, valence: 0 });
    const { hue: calm } = moodAccent({ arousal: -0.4, valence: 0.4 });
    expect(excited).toBeCloseTo(50);
    expect(calm).toBeCloseTo(185);
  });

  it('has no colour in the middle, and more the further out', () => {
    const chroma = (valence: number): number => moodAccent({ arousal: 0, valence }).chroma;
    expect(chroma(0)).toBe(0);
    expect(chroma(0.1)).toBeLessThan(chroma(0.2));
    expect(chroma(0.2)).toBeLessThan(chroma(0.9));
  });

  it('hardly changes where the mood hardly changes', () => {
    fc.assert(
      fc.property(axis, axis, (arousal, valence) => {
        const [one, other] = [
          { arousal, valence },
          { arousal: arousal + 0.001, valence },
        ].map(moodAccent);
        const turn = Math.abs(nearestTurn(other.hue, one.hue) - one.hue);
        // As a distance on the plane of hue and chroma: where there is hardly any colour its hue does not count.
        const apart = Math.hypot(other.chroma - one.chroma, (turn * Math.PI * one.chroma) / 180);
        expect(apart).toBeLessThan(0.003);
      }),
    );
  });

  it('goes the shorter way round the circle', () => {
    expect(nearestTurn(10, 350)).toBe(370);
    expect(nearestTurn(350, 370)).toBe(350);
    expect(nearestTurn(200, 100)).toBe(200);
  });

  it('passes to another one in as few steps as nobody sees', () => {
    const joy = moodAccent({ arousal: 0.3, valence: 0.6 });
    expect(stepsBetween(joy, joy)).toBe(0);
    expect(stepsBetween(joy, moodAccent({ arousal: 0.305, valence: 0.6 }))).toBe(0);
    const near = stepsBetween(joy, moodAccent({ arousal: 0.4, valence: 0.6 }));
    const far = stepsBetween(joy, moodAccent({ arousal: -0.3, valence: -0.6 }));
    expect(near).toBeGreaterThan(0);
    expect(far).toBeGreaterThan(near);
    expect(far).toBeLessThanOrEqual(24);
  });

  it('takes the way round the circle that is shown', () => {
    const [one, other] = [
      { hue: 355, chroma: 0.1 },
      { hue: 365, chroma: 0.1 },
    ];
    expect(stepsBetween(one, { ...other, hue: 5 })).toBe(stepsBetween(one, other));
    expect(stepsBetween({ ...one, hue: 715 }, other)).toBe(stepsBetween(one, other));
  });

  it('is written for the style of an element', () => {
    expect(tintOf({ arousal: 0, valence: 1 })).toMatch(/^--mood-hue: 140\.0; --mood-chroma: 0\.\d{4}$/);
    expect(NEUTRAL_ACCENT.chroma).toBeLessThan(0.02);
  });

  it.each(['light', 'dark'] as const)(
    'is the token, written as a colour by itself, in the %s theme',
    (theme) => {
      fc.assert(
        fc.property(axis, axis, (arousal, valence) => {
          const mood = { arousal, valence };
          const [, light, dark] = /^light-dark\((oklch\(.*\)), (oklch\(.*\))\)$/.exec(accentOf(mood))!;
          const token = readTheme(theme, moodAccent(mood))('accent');
          expect(new Color(theme === 'light' ? light : dark).deltaE(token, '2000')).toBeLessThan(0.1);
        }),
      );
    },
  );
});
