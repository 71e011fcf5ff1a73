import type { MoodPoint } from './mood.ts';

/** Within this distance of the middle no feeling stands out. */
const NEUTRAL_RADIUS = 0.12;

/** The word for such a point. */
export const NEUTRAL_WORD = 'even';

export interface MoodRegion {
  readonly word: string;
  /** Direction from the middle of the plane, counter-clockwise from pleasant. */
  readonly degrees: number;
}

/**
 * Named directions of the mood plane, after Russell's scaling of affect words (1980, https://doi.org/10.1037/h0077714),
 * where happy lies at 8°, delighted at 25°, excited at 49°, tense at 93°, annoyed at 123°, sad at 208°, bored at 242°,
 * sleepy at 272° and calm at 316°. Those that nearly coincide there stand far enough apart here to be told apart.
 */
export const MOOD_REGIONS: readonly MoodRegion[] = [
  { word: 'joyful', degrees: 20 },
  { word: 'excited', degrees: 55 },
  { word: 'tense', degrees: 93 },
  { word: 'angry', degrees: 130 },
  { word: 'upset', degrees: 168 },
  { word: 'sad', degrees: 206 },
  { word: 'weary', degrees: 238 },
  { word: 'sleepy', degrees: 270 },
  { word: 'calm', degrees: 310 },
  { word: 'content', degrees: 345 },
];

/** A word for a point on the mood plane, the same in whatever Segue says. */
export function moodWord({ arousal, valence }: MoodPoint): string {
  if (Math.hypot(arousal, valence) < NEUTRAL_RADIUS) return NEUTRAL_WORD;
  const degrees = (Math.atan2(arousal, valence) * 180) / Math.PI;
  const away = (region: MoodRegion): number => {
    const turn = (((region.degrees - degrees) % 360) + 360) % 360;
    return Math.min(turn, 360 - turn);
  };
  return MOOD_REGIONS.reduce((nearest, region) => (away(region) < away(nearest) ? region : nearest)).word;
}
