/** How soon a deck that is out of step is to be in it, and how far from its own pace it may run meanwhile. */
const CATCH_UP_SECONDS = 0.25;
const MOST_OFF_PACE = 0.08;

/** Nearer than this two clocks that are read one after the other cannot be told apart. */
const IN_STEP_SECONDS = 0.002;

/** Share of a crossfade after which the arriving track is too loud to be hurried or held back. */
const QUIET_SHARE = 0.4;

/**
 * The pace at which the arriving deck catches up with the leaving one at the beginning of a crossfade, while it is hardly heard: a media
 * element sounds some ten milliseconds after it is told to, now more, now less. 1: its own.
 *
 * @param lateSeconds by which it is behind; below 0 ahead
 * @param progress of the crossfade, from 0 to 1
 */
export function rateInStep(lateSeconds: number, progress: number): number {
  if (progress >= QUIET_SHARE || Math.abs(lateSeconds) < IN_STEP_SECONDS) return 1;
  const off = lateSeconds / CATCH_UP_SECONDS;
  return 1 + Math.max(-MOST_OFF_PACE, Math.min(MOST_OFF_PACE, off));
}
