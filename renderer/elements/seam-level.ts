import { ROUGH_BEYOND } from '../../src-core/contract/seam.ts';

/** Root mean square distance on the circumplex: half of what the models can tell apart. */
const SMOOTH = 0.12;

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
  return distance <= SMOOTH ? 3 : distance <= ROUGH_BEYOND ? 2 : 1;
}
