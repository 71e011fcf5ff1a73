import type { SoundRows } from '../contract/sound-rows.ts';
import { TIMBRE_SIZE } from '../contract/sound.ts';

/**
 * How differently two rows sound: Euclidean over the coefficients, in sixteenths of an octave of power; null where the
 * timbre of either is not known.
 */
export function timbreDistance(
  { timbres, hasTimbre }: Pick<SoundRows, 'timbres' | 'hasTimbre'>,
  one: number,
  other: number,
): number | null {
  if (hasTimbre[one] === 0 || hasTimbre[other] === 0) return null;
  let squares = 0;
  for (let k = 0; k < TIMBRE_SIZE; k++) {
    squares += (timbres[one * TIMBRE_SIZE + k] - timbres[other * TIMBRE_SIZE + k]) ** 2;
  }
  return Math.sqrt(squares);
}
