/** Root mean square distances on the circumplex: half and the whole of what the models can tell apart. */
const SMOOTH = 0.12;
const FAIR = 0.25;

/** 0: not compared; 1 rough, 2 fair, 3 smooth. */
export type SeamLevel = 0 | 1 | 2 | 3;

export const SEAM_WORDS: Readonly<Record<SeamLevel, string>> = {
  0: 'not compared',
  1: 'rough',
  2: 'fair',
  3: 'smooth',
};

export function seamLevel(distance: number | null): SeamLevel {
  if (distance === null) return 0;
  return distance <= SMOOTH ? 3 : distance <= FAIR ? 2 : 1;
}
