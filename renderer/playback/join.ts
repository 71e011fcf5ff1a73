import { autoCrossfadeSeconds } from './auto-crossfade.ts';
import type { Cue } from './cue.ts';
import { loudestGain } from './level.ts';
import { leaveOnBeat } from './leave-on-beat.ts';

/**
 * No seam ends more than this before the leaving track's sound does, its fade-out included, or after it but for what
 * rounding does.
 */
const MOST_LEFT_SECONDS = 27;
const MISFIT_SECONDS = 0.05;

export type CrossfadeSetting = 'auto' | number;

/** Where and how one track passes into the next. */
export interface Join {
  /** Neighbours on an album, which their makers joined themselves: end to end, nothing skipped and nothing faded. */
  readonly gapless: boolean;
  /** How long both sound; 0: the one begins when the other ends. */
  readonly seconds: number;
  /** Position in the leaving track at which the arriving one begins; null: when the file is over. */
  readonly leaveAtSeconds: number | null;
  /** Where the leaving track's part is over; null: when the file is. */
  readonly overAtSeconds: number | null;
  /** Position at which the arriving track begins. */
  readonly arriveAtSeconds: number;
  readonly arrivingGain: number;
  /** Beats of both tracks fall together at a moment in the middle of it; so both decks have to keep in step. */
  readonly onBeat: boolean;
}

/**
 * @param leavingGain the factor that the leaving track is played at. Album neighbours keep it, so that no step in level
 * is heard where their music runs on.
 */
export function planJoin(
  leaving: Cue,
  arriving: Cue,
  setting: CrossfadeSetting,
  leavingGain: number = leaving.gain,
): Join {
  if (areAlbumNeighbours(leaving, arriving)) {
    return {
      gapless: true,
      seconds: 0,
      leaveAtSeconds: leaving.durationSeconds,
      overAtSeconds: leaving.durationSeconds,
      arriveAtSeconds: 0,
      arrivingGain: Math.min(leavingGain, loudestGain(arriving.samplePeak)),
      onBeat: false,
    };
  }
  const seam = setting === 'auto' ? chosenSeam(leaving, arriving) : null;
  const join = seam ?? usualJoin(leaving, arriving, setting);
  const onBeatAtSeconds = leaveOnBeat(join, leaving, arriving);
  return onBeatAtSeconds === null ? join : { ...join, leaveAtSeconds: onBeatAtSeconds, onBeat: true };
}

function usualJoin(leaving: Cue, arriving: Cue, setting: CrossfadeSetting): Join {
  const wanted = setting === 'auto' ? autoCrossfadeSeconds(leaving, arriving) : setting;
  const seconds = Math.min(wanted, soundSeconds(leaving) / 3, soundSeconds(arriving) / 3);
  return {
    gapless: false,
    seconds: leaving.endSeconds === null ? 0 : seconds,
    leaveAtSeconds: leaving.endSeconds === null ? null : leaving.endSeconds - seconds,
    overAtSeconds: leaving.endSeconds,
    arriveAtSeconds: arriving.startSeconds,
    arrivingGain: arriving.gain,
    onBeat: false,
  };
}

/** What the queue chose by both curves; null where it chose nothing, or for another track than the one that is leaving. */
function chosenSeam(leaving: Cue, { seam, gain }: Cue): Join | null {
  const { startSeconds, endSeconds } = leaving;
  if (seam === null || endSeconds === null) return null;
  const { leaveAtSeconds, enterAtSeconds, crossfadeSeconds } = seam;
  const left = endSeconds - (leaveAtSeconds + crossfadeSeconds);
  if (left < -MISFIT_SECONDS || left > MOST_LEFT_SECONDS || leaveAtSeconds < startSeconds) return null;
  return {
    gapless: false,
    seconds: crossfadeSeconds,
    leaveAtSeconds,
    overAtSeconds: endSeconds,
    arriveAtSeconds: enterAtSeconds,
    arrivingGain: gain,
    onBeat: false,
  };
}

/** Whether one track follows the other on the same album, across its discs. */
function areAlbumNeighbours(leaving: Cue, arriving: Cue): boolean {
  if (leaving.albumId === null || leaving.albumId !== arriving.albumId) return false;
  if (leaving.trackNo === null || arriving.trackNo === null) return false;
  const discs = (arriving.discNo ?? 1) - (leaving.discNo ?? 1);
  return discs === 0 ? arriving.trackNo === leaving.trackNo + 1 : discs === 1 && arriving.trackNo === 1;
}

function soundSeconds({ startSeconds, endSeconds }: Cue): number {
  return endSeconds === null ? Infinity : endSeconds - startSeconds;
}
