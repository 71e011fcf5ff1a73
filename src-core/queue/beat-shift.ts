import type { SeamPoints } from '../contract/queue.ts';
import type { Beat } from '../contract/sound.ts';

/** How far apart, as a ratio, two tempos may be to pass for one: over eight beats they drift apart by a twelfth of a beat. */
const TEMPO_TOLERANCE = 0.01;

/**
 * How much earlier a seam is to begin so that the beats of both tracks fall together: less than a beat.
 *
 * @param closing a beat near the end of the leaving track
 * @param opening one near the beginning of the arriving track
 * @returns null where their tempos are not alike, the same, half or double
 */
export function beatShift(
  { leaveAtSeconds, enterAtSeconds }: Pick<SeamPoints, 'leaveAtSeconds' | 'enterAtSeconds'>,
  closing: Beat,
  opening: Beat,
): number | null {
  const octaves = Math.log2(closing.beatsPerMinute / opening.beatsPerMinute);
  const apart = Math.abs(octaves - Math.round(octaves));
  if (Math.abs(octaves) > 1.5 || 2 ** apart - 1 > TEMPO_TOLERANCE) return null;
  // Where one is twice as fast, every other of its beats has one to meet.
  const period = 60 / Math.min(closing.beatsPerMinute, opening.beatsPerMinute);
  const arrives = leaveAtSeconds + (opening.atSeconds - enterAtSeconds);
  const late = (arrives - closing.atSeconds) % period;
  return late < 0 ? late + period : late;
}
