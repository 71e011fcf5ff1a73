import { CLIP_FRAMES } from '../../audio/constants.ts';
import { HEARD_BANDS } from './audible-levels.ts';

/** Six groups of eight bands; the three highest bands are left over. */
const GROUPS = 6;
const GROUP_BANDS = 8;
const VALUES = 2 * GROUPS;

/** Numbers that {@link writeSpectralContrast} writes. */
export const SPECTRAL_CONTRAST_SIZE = 2 * VALUES;

const sums = new Float64Array(VALUES);
const squares = new Float64Array(VALUES);

/**
 * How far peaks stand out from valleys (Jiang et al. 2002): in every frame and group of bands, the two loudest bands less
 * the three softest, and the loudest less the mean, dB. Tones stand out, noise does not. Means over the clip's frames, then standard deviations,
 * 12 numbers each.
 * @param levels audible levels, `[44, 51]` dB
 */
export function writeSpectralContrast(levels: Float32Array, target: Float32Array, offset: number): void {
  sums.fill(0);
  squares.fill(0);
  for (let frame = 0; frame < CLIP_FRAMES; frame++) {
    for (let group = 0; group < GROUPS; group++) {
      const first = frame * HEARD_BANDS + group * GROUP_BANDS;
      // The two loudest and the three softest bands by hand: sorting eight numbers 127 000 times a song takes longer.
      let loudest = -Infinity;
      let second = -Infinity;
      let softest = Infinity;
      let softer = Infinity;
      let soft = Infinity;
      let total = 0;
      for (let i = first; i < first + GROUP_BANDS; i++) {
        const level = levels[i];
        total += level;
        if (level > loudest) {
          second = loudest;
          loudest = level;
        } else if (level > second) second = level;
        if (level < softest) {
          soft = softer;
          softer = softest;
          softest = level;
        } else if (level < softer) {
          soft = softer;
          softer = level;
        } else if (level < soft) soft = level;
      }
      add(2 * group, (loudest + second) / 2 - (softest + softer + soft) / 3);
      add(2 * group + 1, loudest - total / GROUP_BANDS);
    }
  }
  for (let i = 0; i < VALUES; i++) {
    const mean = sums[i] / CLIP_FRAMES;
    target[offset + i] = mean;
    target[offset + VALUES + i] = Math.sqrt(Math.max(0, squares[i] / CLIP_FRAMES - mean * mean));
  }
}

function add(index: number, value: number): void {
  sums[index] += value;
  squares[index] += value * value;
}
