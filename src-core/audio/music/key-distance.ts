import type { MusicalKey } from '../../contract/sound.ts';

type Named = Pick<MusicalKey, 'tonic' | 'isMinor'>;

/** Steps between the two keys that lie furthest apart. */
export const FURTHEST_KEYS = 7;

/**
 * Steps between two keys on the wheel that disc jockeys mix by (Camelot): round the circle of fifths, 0 to 6, where
 * relative keys share a place, and one more between major and minor.
 */
export function circleDistance(one: Named, other: Named): number {
  const around = Math.abs(placeOf(one) - placeOf(other));
  return Math.min(around, 12 - around) + (one.isMinor === other.isMinor ? 0 : 1);
}

/** A minor key stands where its relative major does, three semitones up. */
function placeOf({ tonic, isMinor }: Named): number {
  return (7 * (isMinor ? tonic + 3 : tonic)) % 12;
}
