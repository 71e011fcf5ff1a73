import { readFileSync } from 'node:fs';
import Color from 'colorjs.io';
import type { MoodAccent } from '../../../renderer/design/mood-accent.ts';

const CSS = readFileSync(new URL('../../../renderer/design/tokens.css', import.meta.url), 'utf8');

export const THEMES = ['light', 'dark', 'light, high contrast', 'dark, high contrast'] as const;
export type ThemeName = (typeof THEMES)[number];

/** The colours of a theme, as a browser would work them out of tokens.css. */
export function readTheme(theme: ThemeName, accent: MoodAccent): (token: string) => Color {
  const values = new Map<string, string>();
  const take = (selector: string): void => {
    for (const [, selectors, body] of CSS.matchAll(/^([^\s@/][^{]*)\{([^}]*)\}/gm)) {
      if (!selectors.split(',').some((own) => own.trim() === selector)) continue;
      for (const [, name, value] of body.matchAll(/--([\w-]+):\s*([^;]+);/g)) values.set(name, value.trim());
    }
  };
  take(':root');
  if (theme.endsWith('high contrast')) take(":root[data-contrast='more']");
  values.set('mood-hue', String(accent.hue));
  values.set('mood-chroma', String(accent.chroma));
  return (token) => {
    const written = values.get(token);
    if (written === undefined) throw new Error(`There is no token --${token}.`);
    return new Color(plain(written, values, theme.startsWith('light')));
  };
}

/** Without var(), calc() and light-dark(). */
function plain(written: string, values: ReadonlyMap<string, string>, isLight: boolean): string {
  let text = written.replace(/\s+/g, ' ');
  const pair = /^light-dark\((.*)\)$/.exec(text);
  if (pair) text = splitInTwo(pair[1])[isLight ? 0 : 1];
  text = text.replaceAll(/var\(--([\w-]+)\)/g, (_, name: string) => values.get(name) ?? '');
  return text.replaceAll(/calc\(([\d.]+) \* ([\d.]+)\)/g, (_, a: string, b: string) =>
    String(Number(a) * Number(b)),
  );
}

/** At the comma that lies in no brackets. */
function splitInTwo(text: string): [string, string] {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')') depth--;
    else if (text[i] === ',' && depth === 0) return [text.slice(0, i).trim(), text.slice(i + 1).trim()];
  }
  throw new Error(`No two colours: ${text}`);
}

/** What is seen where a colour that lets light through lies on another. */
export function over(top: Color, ground: Color): Color {
  const [a, b] = [top.to('srgb'), ground.to('srgb')];
  const { alpha } = a;
  const mixed = a.coords.map((value, i) => (value ?? 0) * alpha + (b.coords[i] ?? 0) * (1 - alpha));
  return new Color('srgb', mixed as [number, number, number]);
}

/** Relative luminance of what a screen makes of a colour: what it cannot show is clipped. */
export function luminance(colour: Color): number {
  return colour.to('srgb').toGamut({ method: 'clip' }).luminance;
}

/** Contrast of two luminances, 1 to 21: https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio */
export function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
