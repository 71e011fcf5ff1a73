import { type Curve, HOP_SECONDS, type SignalSummary } from '../contract/analysis.ts';
import { moodDistance } from '../contract/mood.ts';
import type { SeamPoints } from '../contract/queue.ts';
import { musicSpan } from '../contract/seam.ts';
import { curveLevel } from './curve-level.ts';

/** One side of a seam. */
export type SeamSide = Pick<
  SignalSummary,
  'durationSeconds' | 'leadingSilenceSeconds' | 'trailingSilenceSeconds' | 'fadeInSeconds' | 'fadeOutSeconds'
>;

/** Lengths of a crossfade between music that stays as it is at both ends, and between music that turns. */
const LONGEST_SECONDS = 10;
const SHORTEST_SECONDS = 1.5;

/** Unrest of an end, in units of the circumplex a second, at which the crossfade is as short as it gets. */
const RESTLESS_PER_SECOND = 0.08;

/** How much earlier than as late as can be a seam may begin, and what a second earlier costs in units of the circumplex. */
const EARLIEST_SECONDS = 6;
const COST_PER_SECOND = 0.01;

/** No crossfade takes more than this share of either track's sound. */
const LARGEST_SHARE = 1 / 3;

/**
 * Chooses where to leave and where to enter. The crossfade is long where both sides stay as they are, and short where
 * one of them turns, since what sounds together must agree. It begins where the leaving curve over its length lies nearest to the
 * arriving one's beginning, within the last seconds before the sound ends; the later the better where nothing else tells. A track that
 * fades out is left when it begins to: nobody is to wait in what is hardly heard any more.
 *
 * @param closing the last pairs of the leaving track's music, at least one
 * @param opening the first of the arriving track's, at least one
 */
export function seamPoints(
  leaving: SeamSide,
  closing: Curve,
  arriving: SeamSide,
  opening: Curve,
): SeamPoints {
  const soundEnds = leaving.durationSeconds - leaving.trailingSilenceSeconds;
  const leavingSound = Math.max(0, soundEnds - leaving.leadingSilenceSeconds);
  const arrivingSound = Math.max(
    0,
    arriving.durationSeconds - arriving.leadingSilenceSeconds - arriving.trailingSilenceSeconds,
  );
  const unrest = Math.max(unrestOf(closing), unrestOf(opening));
  const calm = 1 - Math.min(1, unrest / RESTLESS_PER_SECOND);
  const wanted = SHORTEST_SECONDS + calm * (LONGEST_SECONDS - SHORTEST_SECONDS);
  const crossfadeSeconds = Math.min(wanted, leavingSound * LARGEST_SHARE, arrivingSound * LARGEST_SHARE);
  const latest = Math.max(crossfadeSeconds, leaving.fadeOutSeconds);
  const early = earlierBy(toSoundEnd(closing, leaving), opening, crossfadeSeconds, latest);
  return {
    leaveAtSeconds: Math.max(leaving.leadingSilenceSeconds, soundEnds - latest - early),
    enterAtSeconds: arriving.leadingSilenceSeconds,
    crossfadeSeconds,
  };
}

/** Mean absolute change along a curve, both axes together, in units a second. */
function unrestOf({ arousal, valence }: Curve): number {
  let path = 0;
  for (let step = 1; step < arousal.length; step++) {
    path += Math.hypot(arousal[step] - arousal[step - 1], valence[step] - valence[step - 1]);
  }
  return arousal.length < 2 ? 0 : path / (arousal.length - 1) / HOP_SECONDS;
}

/** A closing prolonged to the end of the sound: while it fades, music stays what it was. */
function toSoundEnd(closing: Curve, leaving: SeamSide): Curve {
  const { durationSeconds, trailingSilenceSeconds } = leaving;
  const { end } = musicSpan(Math.round(durationSeconds / HOP_SECONDS), leaving);
  const soundEnd = Math.round((durationSeconds - trailingSilenceSeconds) / HOP_SECONDS);
  const faded = Math.max(0, soundEnd - end);
  const prolong = (values: Float32Array): Float32Array => {
    const longer = new Float32Array(values.length + faded).fill(values[values.length - 1]);
    longer.set(values);
    return longer;
  };
  return { arousal: prolong(closing.arousal), valence: prolong(closing.valence) };
}

/** Seconds before the latest moment at which the two agree best, allowing for what leaving early costs. */
function earlierBy(closing: Curve, opening: Curve, crossfadeSeconds: number, latestSeconds: number): number {
  const width = Math.max(1, Math.round(crossfadeSeconds / HOP_SECONDS));
  const end = closing.arousal.length - Math.round((latestSeconds - crossfadeSeconds) / HOP_SECONDS);
  const into = curveLevel(part(opening, 0, width));
  let best = 0;
  let least = Infinity;
  for (let back = 0; back * HOP_SECONDS <= EARLIEST_SECONDS && end - back - width >= 0; back++) {
    const from = curveLevel(part(closing, end - back - width, end - back));
    const apart = moodDistance(into, from);
    const cost = apart + back * HOP_SECONDS * COST_PER_SECOND;
    if (cost < least) [best, least] = [back * HOP_SECONDS, cost];
  }
  return best;
}

function part({ arousal, valence }: Curve, start: number, end: number): Curve {
  return { arousal: arousal.subarray(start, end), valence: valence.subarray(start, end) };
}
