import { HOP_SECONDS } from '../../contract/analysis.ts';

/** How a track's sound comes up and dies away, besides the silence at its ends. */
export interface Fades {
  readonly fadeInSeconds: number;
  readonly fadeOutSeconds: number;
}

/** Beyond this a track does not fade, it is quiet there. */
const LONGEST_OUT_SECONDS = 20;
const LONGEST_IN_SECONDS = 10;

/** What precedes a fade-out, and follows a fade-in, is as loud as so long a stretch next to it on average. */
const BODY_OUT_SECONDS = 8;
const BODY_IN_SECONDS = 4;

/** The fade has begun where the music is less than half as strong as that (-3 dB). */
const WITHIN = 0.5;

/** A fade goes to, or comes from, next to nothing (-20 dB); what only grows softer is no fade. */
const NEXT_TO_NOTHING = 0.01;

/**
 * Finds the fades at both ends of a track: recorded ones, and last notes that ring out.
 *
 * @param powers mean square of each half second from the track's beginning on
 * @param soundBegins, soundEnds where the silence ends and begins, in seconds
 */
export function findFades(powers: ArrayLike<number>, soundBegins: number, soundEnds: number): Fades {
  const first = Math.floor(soundBegins / HOP_SECONDS);
  const end = Math.min(powers.length, Math.ceil(soundEnds / HOP_SECONDS));
  const heard = Array.from({ length: Math.max(0, end - first) }, (_, i) => powers[first + i]);
  const fadedOut = fadedSteps(heard, LONGEST_OUT_SECONDS, BODY_OUT_SECONDS);
  const fadedIn = fadedSteps(heard.toReversed(), LONGEST_IN_SECONDS, BODY_IN_SECONDS);
  // A step that is partly silent is no fade yet.
  return {
    fadeInSeconds: fadedIn < 2 ? 0 : (first + fadedIn) * HOP_SECONDS - soundBegins,
    fadeOutSeconds: fadedOut < 2 ? 0 : soundEnds - (end - fadedOut) * HOP_SECONDS,
  };
}

/** How many of the last steps belong to a fade-out. */
function fadedSteps(powers: readonly number[], longestSeconds: number, bodySeconds: number): number {
  const body = bodySeconds / HOP_SECONDS;
  for (let faded = 0; faded <= longestSeconds / HOP_SECONDS; faded++) {
    const last = powers.length - 1 - faded;
    if (last < 1) return 0;
    const before = powers.slice(Math.max(0, last - body), last);
    const usual = before.reduce((sum, power) => sum + power, 0) / before.length;
    if (powers[last] < WITHIN * usual) continue;
    return powers[powers.length - 1] <= NEXT_TO_NOTHING * usual ? faded : 0;
  }
  return 0;
}
