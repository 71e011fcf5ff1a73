import type { MoodPoint } from '../../src-core/contract/mood.ts';
import { moodInWords } from '../format/mood-phrase.ts';

/** A name to begin with for tracks that were gathered on the map: what they have in common. */
export function nameOfSelection(moods: readonly MoodPoint[]): string {
  if (moods.length === 0) return 'From the mood map';
  const mean = (of: (mood: MoodPoint) => number): number =>
    moods.reduce((sum, mood) => sum + of(mood), 0) / moods.length;
  const middle = { arousal: mean(({ arousal }) => arousal), valence: mean(({ valence }) => valence) };
  const words = moodInWords(middle);
  return words[0].toUpperCase() + words.slice(1);
}
