import { describe, expect, it } from 'vitest';
import { moodAccent, NEUTRAL_ACCENT, type MoodAccent } from '../../../renderer/design/mood-accent.ts';
import { contrast, luminance, over, readTheme, THEMES } from './read-tokens.ts';

/** https://www.w3.org/TR/WCAG21/#contrast-minimum, #non-text-contrast, #contrast-enhanced */
const AA_TEXT = 4.5;
const AA_SHAPES = 3;
const AAA_TEXT = 7;

const GROUNDS = ['ground', 'surface', 'raised'] as const;

/** All of the plane, corners included, in steps of a fifth. */
const PLANE: readonly MoodAccent[] = Array.from({ length: 11 * 11 }, (_, i) =>
  moodAccent({ arousal: Math.floor(i / 11) / 5 - 1, valence: (i % 11) / 5 - 1 }),
);

describe.each(THEMES)('the theme %s', (theme) => {
  const token = readTheme(theme, NEUTRAL_ACCENT);
  const lightOf = (name: string): number => luminance(token(name));
  /** All that text may stand on: each ground, bare, hovered and pressed. */
  const grounds = GROUNDS.flatMap((name) => {
    const ground = token(name);
    return [ground, over(token('hover'), ground), over(token('pressed'), ground)].map(luminance);
  });
  const leastOnGrounds = (light: number): number =>
    Math.min(...grounds.map((ground) => contrast(light, ground)));
  const textNeeds = theme.endsWith('high contrast') ? AAA_TEXT : AA_TEXT;

  it.each(['ink', 'ink-soft', 'arousal', 'valence', 'danger'])('lets %s be read on every ground', (text) => {
    expect(leastOnGrounds(lightOf(text))).toBeGreaterThanOrEqual(textNeeds);
  });

  it('lets text on strong be read', () => {
    expect(contrast(lightOf('ink-on-strong'), lightOf('strong'))).toBeGreaterThanOrEqual(textNeeds);
  });

  it('lets edges of controls be seen', () => {
    for (const name of GROUNDS) {
      const edge = luminance(over(token('line-strong'), token(name)));
      expect(contrast(edge, lightOf(name))).toBeGreaterThanOrEqual(AA_SHAPES);
    }
  });

  it('lets the accent of every mood be read on every ground, and text on it', () => {
    for (const accent of [NEUTRAL_ACCENT, ...PLANE]) {
      const tinted = readTheme(theme, accent);
      const [light, wash] = [luminance(tinted('accent')), luminance(tinted('accent-wash'))];
      expect(leastOnGrounds(light)).toBeGreaterThanOrEqual(AA_TEXT);
      expect(contrast(lightOf('accent-ink'), light)).toBeGreaterThanOrEqual(AA_TEXT);
      expect(contrast(lightOf('ink'), wash)).toBeGreaterThanOrEqual(textNeeds);
      expect(contrast(lightOf('ink-soft'), wash)).toBeGreaterThanOrEqual(AA_TEXT);
    }
  });
});
