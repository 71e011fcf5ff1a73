import type { MoodPoint } from '../contract/mood.ts';
import { moodWord, NEUTRAL_WORD } from '../contract/mood-word.ts';

/** Nearer to the middle a feeling is slight, further out strong. */
const SLIGHT_WITHIN = 0.22;
const STRONG_BEYOND = 0.6;

/** One or two words for a point: "calm", "slightly tense", "even". */
export function describeMood(mood: MoodPoint): string {
  const word = moodWord(mood);
  if (word === NEUTRAL_WORD) return word;
  const radius = Math.hypot(mood.arousal, mood.valence);
  if (radius < SLIGHT_WITHIN) return `slightly ${word}`;
  return radius > STRONG_BEYOND ? `very ${word}` : word;
}
