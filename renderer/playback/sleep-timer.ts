/** The last stretch before the sleep timer runs out, over which the music fades. */
const SLEEP_FADE_MS = 15_000;

/** The factor of amplitude at which to play, given the time that is left; 0 once it has run out. */
export function sleepGain(leftMs: number): number {
  return Math.min(Math.max(leftMs / SLEEP_FADE_MS, 0), 1);
}
