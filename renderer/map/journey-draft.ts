import type { JourneyPoint, Leg } from '../../src-core/contract/api/index.ts';
import type { MoodPoint } from '../../src-core/contract/mood.ts';

/** A journey that is being drawn: where to be, and how long each leg takes. */
export type JourneyDraft = readonly JourneyPoint[];

export const MOST_POINTS = 12;
export const FIRST_LEG: Leg = { tracks: 3 };
const MOST_TRACKS = 100;
const MOST_MINUTES = 600;
/** A track is about so long when one unit is turned into the other. */
const MINUTES_PER_TRACK = 4;

/** Adds a stop at the end, as long a leg away as the last one; one too many is not added. */
export function addPoint(draft: JourneyDraft, point: MoodPoint): JourneyDraft {
  if (draft.length >= MOST_POINTS) return draft;
  return [...draft, { point, after: draft.at(-1)?.after ?? FIRST_LEG }];
}

export function movePoint(draft: JourneyDraft, index: number, point: MoodPoint): JourneyDraft {
  return draft.map((stop, i) => (i === index ? { ...stop, point } : stop));
}

export function removePoint(draft: JourneyDraft, index: number): JourneyDraft {
  return draft.filter((_, i) => i !== index);
}

/** Lengths outside of what a leg may have count as the nearest that it may. */
export function setLeg(draft: JourneyDraft, index: number, length: number): JourneyDraft {
  return draft.map((stop, i) => (i === index ? { ...stop, after: legLike(stop.after, length) } : stop));
}

export function legLength(leg: Leg): number {
  return 'tracks' in leg ? leg.tracks : leg.minutes;
}

export function unitOf(draft: JourneyDraft): 'tracks' | 'minutes' {
  return 'minutes' in (draft[0]?.after ?? FIRST_LEG) ? 'minutes' : 'tracks';
}

/** The same journey counted in the other unit, about as long as before. */
export function inUnit(draft: JourneyDraft, unit: 'tracks' | 'minutes'): JourneyDraft {
  if (unit === unitOf(draft)) return draft;
  return draft.map(({ point, after }) => ({
    point,
    after:
      unit === 'minutes'
        ? legLike({ minutes: 1 }, legLength(after) * MINUTES_PER_TRACK)
        : legLike({ tracks: 1 }, legLength(after) / MINUTES_PER_TRACK),
  }));
}

function legLike(leg: Leg, length: number): Leg {
  const bounded = (most: number): number => Math.min(Math.max(Math.round(length), 1), most);
  return 'tracks' in leg ? { tracks: bounded(MOST_TRACKS) } : { minutes: bounded(MOST_MINUTES) };
}
