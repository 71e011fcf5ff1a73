import { type SoundRows, TIMBRE_STEPS } from '../contract/sound-rows.ts';
import { timbreDistance } from './timbre-distance.ts';

/** How files are heard; row `i` of each speaks for the same track. */
export interface HeardRows {
  /** 0: unknown. */
  readonly durationsSeconds: Float32Array;
  /** Mean of each whole curve, arousal and valence interleaved. */
  readonly means: Float32Array;
  readonly sounds: Pick<SoundRows, 'timbres' | 'hasTimbre'>;
}

/** The most by which two files may differ. */
export interface Likeness {
  readonly seconds: number;
  /** On either axis of the mood. */
  readonly mood: number;
  /** Euclidean, over the coefficients; where one of the two is not known, it does not count. */
  readonly timbreOctaves: number;
}

/** Whether two files are as long, feel and sound alike. */
export function areAlike(
  { durationsSeconds, means, sounds }: HeardRows,
  row: number,
  other: number,
  { seconds, mood, timbreOctaves }: Likeness,
): boolean {
  return (
    Math.abs(durationsSeconds[row] - durationsSeconds[other]) <= seconds &&
    Math.abs(means[2 * row] - means[2 * other]) <= mood &&
    Math.abs(means[2 * row + 1] - means[2 * other + 1]) <= mood &&
    (timbreDistance(sounds, row, other) ?? 0) <= timbreOctaves * TIMBRE_STEPS
  );
}
