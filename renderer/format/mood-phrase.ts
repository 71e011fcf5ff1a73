import type { MoodPoint } from '../../src-core/contract/mood.ts';
import { moodWord } from './mood-word.ts';

/** Nearer to the middle of an axis than this, neither of its words fits. */
const NEUTRAL = 0.1;

/** A point of the mood plane by its two axes: `calm and pleasant`. */
export function moodPhrase({ arousal, valence }: MoodPoint): string {
  const words = [
    ...(Math.abs(arousal) < NEUTRAL ? [] : [arousal > 0 ? 'excited' : 'calm']),
    ...(Math.abs(valence) < NEUTRAL ? [] : [valence > 0 ? 'pleasant' : 'unpleasant']),
  ];
  return words.length === 0 ? 'even' : words.join(' and ');
}

/** A mood by its word and its axes, nothing said twice: `joyful, excited and pleasant`, but `calm and pleasant`. */
export function moodInWords(mood: MoodPoint): string {
  const [word, phrase] = [moodWord(mood), moodPhrase(mood)];
  return phrase.split(' ').includes(word) ? phrase : `${word}, ${phrase}`;
}
