import type { Settings } from '../../src-core/contract/api/index.ts';

/**
 * What all tracks are evened out to. A media element can only turn down, never up, so the reference has to lie below
 * what most music is mastered at (-8 to -16 LUFS); -18 LUFS is ReplayGain 2's. What is quieter stays as it is.
 */
export const REFERENCE_LUFS = -18;

/**
 * The factor of amplitude that brings a track to {@link REFERENCE_LUFS}, in (0, 1].
 *
 * @param loudnessLufs integrated loudness (EBU R128); null: not measured yet, or silence, and left alone
 * @param samplePeak largest absolute sample; lossy and float files exceed 1 and are kept from clipping
 */
export function levelGain(loudnessLufs: number | null, samplePeak: number | null): number {
  const wanted = loudnessLufs === null ? 1 : 10 ** ((REFERENCE_LUFS - loudnessLufs) / 20);
  return Math.min(wanted, 1, loudestGain(samplePeak));
}

/** The largest factor at which nothing clips. */
export function loudestGain(samplePeak: number | null): number {
  return samplePeak !== null && samplePeak > 1 ? 1 / samplePeak : 1;
}

/** The factor of amplitude that a slider of volume in [0, 1] stands for: squared, so that its middle sounds like the middle. */
export function volumeGain({ volume, muted }: Pick<Settings, 'volume' | 'muted'>): number {
  return muted ? 0 : volume ** 2;
}
