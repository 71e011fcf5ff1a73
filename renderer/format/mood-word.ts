import type { MoodPoint } from '../../src-core/contract/mood.ts';
import type { MoodRegion } from '../../src-core/contract/mood-word.ts';

export { MOOD_REGIONS, type MoodRegion, moodWord } from '../../src-core/contract/mood-word.ts';

/** How far out on its ray a word is meant: most music lies within. */
const WORD_RADIUS = 0.45;

/** The point that a region's word stands for. */
export function moodOfRegion({ degrees }: MoodRegion): MoodPoint {
  const angle = (degrees * Math.PI) / 180;
  return { arousal: WORD_RADIUS * Math.sin(angle), valence: WORD_RADIUS * Math.cos(angle) };
}
