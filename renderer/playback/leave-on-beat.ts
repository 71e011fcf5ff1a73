import type { Cue } from './cue.ts';

/** How far tempos may be from the same, half or double. */
const TEMPO_TOLERANCE = 0.03;

/** How far beats that met in the middle may have parted a quarter of the fade later, up to where both tracks are loud. */
const MOST_PARTED_SECONDS = 0.04;

/** A crossfade that is over sooner has no middle to meet in. */
const LEAST_SECONDS = 1;

/** Rounding must not take a join out of a track. */
const ROUNDING_SECONDS = 1e-6;

/** Where a join lies, as far as it matters here. */
interface JoinPlace {
  readonly seconds: number;
  readonly leaveAtSeconds: number | null;
  readonly overAtSeconds: number | null;
  readonly arriveAtSeconds: number;
}

interface Meeting {
  /** How much later the leaving track is to be left. */
  readonly laterSeconds: number;
  /** How far from the middle of the fade the beats meet. */
  readonly offMiddleSeconds: number;
}

/**
 * Where the leaving track is to be left instead, less than a beat away, so that near the middle of the fade a beat of each track falls on
 * one of the other. Both go on at their own tempo, so theirs must be nearly the same, or one nearly twice the other. Null where
 * that is not so, where a beat is not known, or where the leaving track is too short for it.
 */
export function leaveOnBeat(
  { leaveAtSeconds, overAtSeconds, arriveAtSeconds, seconds }: JoinPlace,
  leaving: Pick<Cue, 'trackId' | 'startSeconds'>,
  { beats }: Pick<Cue, 'beats'>,
): number | null {
  if (seconds < LEAST_SECONDS || leaveAtSeconds === null || overAtSeconds === null) return null;
  if (beats?.leavingTrackId !== leaving.trackId) return null;
  const periods = [60 / beats.leaving.beatsPerMinute, 60 / beats.arriving.beatsPerMinute] as const;
  const [shorter, longer] = [Math.min(...periods), Math.max(...periods)];
  if (!(shorter > 0) || mismatch(longer / shorter) > mostMismatch(seconds)) return null;
  const middle = seconds / 2;
  // Seconds from the beginning of the join.
  const leavingBeats = beatsAround(
    beats.leaving.atSeconds - leaveAtSeconds,
    periods[0],
    middle,
    longer + shorter,
  );
  const arrivingBeats = beatsAround(beats.arriving.atSeconds - arriveAtSeconds, periods[1], middle, longer);
  const earliest = leaving.startSeconds - leaveAtSeconds;
  const latest = overAtSeconds - seconds - leaveAtSeconds;
  const meetings = arrivingBeats.flatMap((arrivingBeat) =>
    leavingBeats
      .map((beat): Meeting => ({
        laterSeconds: beat - arrivingBeat,
        offMiddleSeconds: Math.abs(arrivingBeat - middle),
      }))
      .filter(
        ({ laterSeconds }) =>
          Math.abs(laterSeconds) < shorter &&
          laterSeconds >= earliest - ROUNDING_SECONDS &&
          laterSeconds <= latest + ROUNDING_SECONDS,
      ),
  );
  if (meetings.length === 0) return null;
  const best = meetings.reduce((one, other) => (costOf(other) < costOf(one) ? other : one));
  return leaveAtSeconds + best.laterSeconds;
}

/** A moment off the middle, and one off where the tracks were to meet, weigh alike. */
function costOf({ laterSeconds, offMiddleSeconds }: Meeting): number {
  return Math.abs(laterSeconds) + offMiddleSeconds;
}

/** How far a ratio of tempos is from one or two, whichever is nearer. */
function mismatch(ratio: number): number {
  return Math.min(Math.abs(ratio - 1), Math.abs(ratio / 2 - 1));
}

function mostMismatch(fadeSeconds: number): number {
  return Math.min(TEMPO_TOLERANCE, MOST_PARTED_SECONDS / (fadeSeconds / 4));
}

/** All beats within `reach` of a moment. */
function beatsAround(oneAt: number, period: number, moment: number, reach: number): number[] {
  const first = Math.ceil((moment - reach - oneAt) / period);
  const last = Math.floor((moment + reach - oneAt) / period);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => oneAt + (first + i) * period);
}
