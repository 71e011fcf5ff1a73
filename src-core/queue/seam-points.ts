import { type Curve, HOP_SECONDS } from '../contract/analysis.ts';
import type { SeamPoints } from '../contract/queue.ts';
import { curveLevel } from './curve-level.ts';

/** One side of a seam. */
export interface SeamSide {
  readonly durationSeconds: number;
  readonly leadingSilenceSeconds: number;
  readonly trailingSilenceSeconds: number;
}

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
 * arriving one's beginning, within the last seconds before the sound ends; the later the better where nothing else tells.
 *
 * @param closing the leaving track's last pairs up to its last sound, at least one
 * @param opening the arriving track's pairs from its first sound on, at least one
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
  const early = earlierBy(closing, opening, crossfadeSeconds);
  return {
    leaveAtSeconds: Math.max(leaving.leadingSilenceSeconds, soundEnds - crossfadeSeconds - early),
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

/** Seconds before the latest moment at which the two agree best, allowing for what leaving early costs. */
function earlierBy(closing: Curve, opening: Curve, crossfadeSeconds: number): number {
  const width = Math.max(1, Math.round(crossfadeSeconds / HOP_SECONDS));
  const steps = closing.arousal.length;
  const into = curveLevel(part(opening, 0, width));
  let best = 0;
  let least = Infinity;
  for (let back = 0; back * HOP_SECONDS <= EARLIEST_SECONDS && steps - back - width >= 0; back++) {
    const from = curveLevel(part(closing, steps - back - width, steps - back));
    const apart = Math.hypot(into.arousal - from.arousal, into.valence - from.valence);
    const cost = apart + back * HOP_SECONDS * COST_PER_SECOND;
    if (cost < least) [best, least] = [back * HOP_SECONDS, cost];
  }
  return best;
}

function part({ arousal, valence }: Curve, start: number, end: number): Curve {
  return { arousal: arousal.subarray(start, end), valence: valence.subarray(start, end) };
}
