import { trackAddress, type QueueEntry } from '../../src-core/contract/api/index.ts';
import type { SeamBeats, SeamPoints } from '../../src-core/contract/queue.ts';
import { levelGain } from './level.ts';

/** All that the decks need to know of a place in the queue. */
export interface Cue {
  readonly entryId: number;
  readonly trackId: number;
  readonly address: string;
  /** Where the sound begins and ends; without an end it plays until the file is over. */
  readonly startSeconds: number;
  readonly endSeconds: number | null;
  readonly durationSeconds: number | null;
  /** Factor of amplitude that evens its loudness out, in (0, 1]. */
  readonly gain: number;
  readonly samplePeak: number | null;
  readonly leadingSilenceSeconds: number;
  readonly trailingSilenceSeconds: number;
  /** Mean arousal of the opening where the queue compared it, else of the whole track; null: not known. */
  readonly openingArousal: number | null;
  readonly meanArousal: number | null;
  /** Where the queue would pass from the track before it into this one; null: it does not say. */
  readonly seam: SeamPoints | null;
  /** Beats that may be let fall together there; null: there are none, or the listener does not want it. */
  readonly beats: SeamBeats | null;
  readonly albumId: number | null;
  readonly discNo: number | null;
  readonly trackNo: number | null;
}

/** What is left of a track when both its silences are taken off has to last at least this long. */
const LEAST_SOUND_SECONDS = 1;

export function cueOf(
  { entryId, track, reason }: QueueEntry,
  mediaBase: string,
  options: { readonly levelLoudness: boolean; readonly meetOnBeat: boolean },
): Cue {
  const { durationSeconds } = track;
  const leading = track.leadingSilenceSeconds ?? 0;
  const trailing = track.trailingSilenceSeconds ?? 0;
  // A track of nothing but silence is played as it is.
  const heard = durationSeconds !== null && durationSeconds - leading - trailing >= LEAST_SOUND_SECONDS;
  const meanArousal = track.meanMood?.arousal ?? null;
  return {
    entryId,
    trackId: track.id,
    address: trackAddress(mediaBase, track.id),
    startSeconds: heard ? leading : 0,
    endSeconds: heard ? durationSeconds - trailing : durationSeconds,
    durationSeconds,
    gain: levelGain(options.levelLoudness ? track.loudnessLufs : null, track.samplePeak),
    samplePeak: track.samplePeak,
    leadingSilenceSeconds: leading,
    trailingSilenceSeconds: trailing,
    openingArousal: mean(reason?.opening.arousal ?? []) ?? meanArousal,
    meanArousal,
    seam: reason?.seam ?? null,
    beats: (options.meetOnBeat ? reason?.seam?.beats : null) ?? null,
    albumId: track.albumId,
    discNo: track.discNo,
    trackNo: track.trackNo,
  };
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
