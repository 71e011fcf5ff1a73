import { CLIP_FRAMES } from '../../audio/constants.ts';
import { HEARD_BANDS } from './audible-levels.ts';

/** Six groups of eight bands; the three highest bands are left over. */
const GROUPS = 6;
const GROUP_BANDS = 8;
/** Bands of a group that make its peak and its valley. */
const PEAK_BANDS = 2;
const VALLEY_BANDS = 3;
const VALUES = 2 * GROUPS;

/** Numbers that {@link writeSpectralContrast} writes. */
export const SPECTRAL_CONTRAST_SIZE = 2 * VALUES;

const sorted = new Float32Array(GROUP_BANDS);
const sums = new Float64Array(VALUES);
const squares = new Float64Array(VALUES);

/**
 * How far peaks stand out from valleys (Jiang et al. 2002): in every frame and group of bands, peak less valley and
 * loudest band less mean, dB. Tones stand out, noise does not. Means over the clip's frames, then standard deviations,
 * 12 numbers each.
 * @param levels audible levels, `[44, 51]` dB
 */
export function writeSpectralContrast(levels: Float32Array, target: Float32Array, offset: number): void {
  sums.fill(0);
  squares.fill(0);
  for (let frame = 0; frame < CLIP_FRAMES; frame++) {
    for (let group = 0; group < GROUPS; group++) {
      const first = frame * HEARD_BANDS + group * GROUP_BANDS;
      sorted.set(levels.subarray(first, first + GROUP_BANDS));
      sorted.sort();
      let total = 0;
      for (let i = 0; i < GROUP_BANDS; i++) total += sorted[i];
      add(2 * group, meanOf(GROUP_BANDS - PEAK_BANDS, GROUP_BANDS) - meanOf(0, VALLEY_BANDS));
      add(2 * group + 1, sorted[GROUP_BANDS - 1] - total / GROUP_BANDS);
    }
  }
  for (let i = 0; i < VALUES; i++) {
    const mean = sums[i] / CLIP_FRAMES;
    target[offset + i] = mean;
    target[offset + VALUES + i] = Math.sqrt(Math.max(0, squares[i] / CLIP_FRAMES - mean * mean));
  }
}

function meanOf(first: number, end: number): number {
  let sum = 0;
  for (let i = first; i < end; i++) sum += sorted[i];
  return sum / (end - first);
}

function add(index: number, value: number): void {
  sums[index] += value;
  squares[index] += value * value;
}
