const FIRST_DELAY_MS = 100;
const MOST_CRASHES = 5;
const WITHIN_MS = 60_000;

/**
 * How long to wait before what crashed, the core or the page, is started again: longer with every crash of the last minute,
 * and null, for giving up, once it has crashed too often.
 *
 * @param crashTimesMs when it crashed, the last one now, milliseconds of a clock that is never set
 */
export function restartDelayMs(crashTimesMs: readonly number[]): number | null {
  const now = crashTimesMs[crashTimesMs.length - 1];
  const recent = crashTimesMs.filter((time) => now - time < WITHIN_MS).length;
  return recent > MOST_CRASHES ? null : FIRST_DELAY_MS * 2 ** (recent - 1);
}
