import type { MoodPoint } from '../contract/mood.ts';

/** Words for the eight directions of the circumplex, counter-clockwise from "pleased" (arousal 0, valence up). */
const DIRECTIONS = ['content', 'joyful', 'energetic', 'tense', 'bitter', 'sad', 'still', 'calm'] as const;

/** Within this distance of the centre no word is honest. */
const NEUTRAL_RADIUS = 0.08;

/** One or two words for a point: "calm", "slightly tense", "neutral". */
export function describeMood({ arousal, valence }: MoodPoint): string {
  const radius = Math.hypot(arousal, valence);
  if (radius < NEUTRAL_RADIUS) return 'neutral';
  const eighth = Math.round(Math.atan2(arousal, valence) / (Math.PI / 4));
  const word = DIRECTIONS[(eighth + 8) % 8];
  if (radius < 0.22) return `slightly ${word}`;
  return radius > 0.6 ? `very ${word}` : word;
}
