import type { MoodPoint } from '../../src-core/contract/mood.ts';

/** Within this distance of the middle no feeling stands out. */
const NEUTRAL_RADIUS = 0.12;

/** Eight directions of Russell's circumplex (https://doi.org/10.1037/h0077714), from pleasant on counter-clockwise. */
const DIRECTIONS = ['content', 'joyful', 'excited', 'tense', 'upset', 'sad', 'tired', 'calm'] as const;

/** A word for a point on the mood plane. */
export function moodWord({ arousal, valence }: MoodPoint): string {
  if (Math.hypot(arousal, valence) < NEUTRAL_RADIUS) return 'even';
  const eighth = Math.round(Math.atan2(arousal, valence) / (Math.PI / 4));
  return DIRECTIONS[(eighth + 8) % 8];
}
