import type { MoodPoint } from '../../src-core/contract/mood.ts';
import type { JourneyDraft } from './journey-draft.ts';

export interface JourneyPreset {
  readonly name: string;
  readonly text: string;
  /** @param start where the music is, or would begin */
  readonly draft: (start: MoodPoint) => JourneyDraft;
}

const CALM: MoodPoint = { arousal: -0.25, valence: 0.25 };
const SLEEPY: MoodPoint = { arousal: -0.5, valence: 0.15 };
const JOYFUL: MoodPoint = { arousal: 0.35, valence: 0.5 };
const STEADY: MoodPoint = { arousal: -0.1, valence: 0.2 };
const EXCITED: MoodPoint = { arousal: 0.55, valence: 0.35 };

/**
 * Journeys that people ask for. Mood follows music best from where one is: the iso principle, by which music first meets a
 * mood and then leads away from it (Starcke et al. 2021, https://doi.org/10.3390/ijerph182312486).
 */
export const JOURNEY_PRESETS: readonly JourneyPreset[] = [
  {
    name: 'Wind down',
    text: 'Softer by the track, until it is almost still',
    draft: (start) => [
      { point: between(start, CALM, 0.5), after: { tracks: 2 } },
      { point: CALM, after: { tracks: 3 } },
      { point: SLEEPY, after: { tracks: 4 } },
    ],
  },
  {
    name: 'Cheer up',
    text: 'Begins where you are, and leads to joy in small steps',
    draft: (start) => [
      { point: start, after: { tracks: 1 } },
      { point: between(start, JOYFUL, 0.5), after: { tracks: 3 } },
      { point: JOYFUL, after: { tracks: 3 } },
    ],
  },
  {
    name: 'Focus',
    text: 'Settles a little below the middle, and stays there',
    draft: () => [{ point: STEADY, after: { tracks: 2 } }],
  },
  {
    name: 'Liven up',
    text: 'From here to the most excited that you have',
    draft: (start) => [
      { point: between(start, EXCITED, 0.5), after: { tracks: 3 } },
      { point: EXCITED, after: { tracks: 4 } },
    ],
  },
];

/** @param share 0: the one, 1: the other */
function between(from: MoodPoint, to: MoodPoint, share: number): MoodPoint {
  const mix = (a: number, b: number): number => a + (b - a) * share;
  return { arousal: mix(from.arousal, to.arousal), valence: mix(from.valence, to.valence) };
}
