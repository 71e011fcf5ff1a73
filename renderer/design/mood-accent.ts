import type { MoodPoint } from '../../src-core/contract/mood.ts';

/** The part of a colour that a mood decides; how light it is, the theme does. For OKLCH. */
export interface MoodAccent {
  /** Degrees. */
  readonly hue: number;
  readonly chroma: number;
}

/** Where nothing plays, or nothing is known of it: the warm grey of the rest of the interface. */
export const NEUTRAL_ACCENT: MoodAccent = { hue: 60, chroma: 0.012 };

/** What is most pleasant is green; from there against the clock: joy amber, excitement orange, tension red … calm teal. */
const HUE_OF_PLEASANT = 140;
/** Most moods lie within a third of the plane's width around its middle: there the colour comes in. */
const CHROMA_RADIUS = 0.2;
/** Screens show more chroma around this hue than elsewhere, at the lightness of every theme. */
const RICHEST_HUE = 330;
const LEAST_FULL_CHROMA = 0.095;
const MORE_AT_RICHEST = 0.045;

/**
 * The colour of a point of the mood plane: its direction is the hue, its distance from the middle the chroma, so that the
 * nearer two moods are, the nearer are their colours.
 */
export function moodAccent({ arousal, valence }: MoodPoint): MoodAccent {
  const angle = (Math.atan2(arousal, valence) * 180) / Math.PI;
  const hue = (HUE_OF_PLEASANT - angle + 720) % 360;
  const full =
    LEAST_FULL_CHROMA + MORE_AT_RICHEST * Math.max(0, Math.cos(((hue - RICHEST_HUE) * Math.PI) / 180));
  return { hue, chroma: full * (1 - Math.exp(-Math.hypot(arousal, valence) / CHROMA_RADIUS)) };
}

/** The same hue, written so that the way to it from the one before is the shorter one round the circle. */
export function nearestTurn(hue: number, before: number): number {
  return before + ((((hue - before) % 360) + 540) % 360) - 180;
}

/** Two accents nearer than this, as a distance in OKLab, look the same beside each other. */
const JUST_SEEN = 0.006;
const MOST_STEPS = 24;

/**
 * In how many steps the page passes from one accent to another so that none of them is seen; 0 where they look the same
 * already. Each step paints the whole page anew.
 */
export function stepsBetween(from: MoodAccent, to: MoodAccent): number {
  const turn = ((nearestTurn(to.hue, from.hue) - from.hue) * Math.PI) / 180;
  const along = 2 * Math.sqrt(from.chroma * to.chroma) * Math.sin(turn / 2);
  const distance = Math.hypot(to.chroma - from.chroma, along);
  return distance < JUST_SEEN ? 0 : Math.min(Math.ceil(distance / JUST_SEEN), MOST_STEPS);
}

/** For the `style` of an element with the class `mood-tint`. */
export function tintOf(mood: MoodPoint): string {
  const { hue, chroma } = moodAccent(mood);
  return `--mood-hue: ${hue.toFixed(1)}; --mood-chroma: ${chroma.toFixed(4)}`;
}

/** How light the accent is in each theme, in OKLCH: as tokens.css has it. */
export const ACCENT_LIGHTNESS = { light: 0.485, dark: 0.78 };

/**
 * The accent of a mood as a colour by itself. Where hundreds are shown, this is drawn many times faster than an element with
 * `mood-tint`, whose colours are worked out anew for each.
 */
export function accentOf(mood: MoodPoint): string {
  const { hue, chroma } = moodAccent(mood);
  const of = (lightness: number): string => `oklch(${lightness} ${chroma.toFixed(4)} ${hue.toFixed(1)})`;
  return `light-dark(${of(ACCENT_LIGHTNESS.light)}, ${of(ACCENT_LIGHTNESS.dark)})`;
}
