import { CLIP_FRAMES } from '../../audio/constants.ts';
import { HEARD_BANDS, LOWEST_LEVEL_DB } from './audible-levels.ts';

/**
 * Bands whose changes are told, up to 2.4 kHz: at 64 kb/s an mp3 makes those of higher ones livelier by half of what
 * music differs by.
 */
export const CHANGE_BANDS = 30;

/** Numbers that {@link writeLevelStatistics} writes. */
export const LEVEL_STATISTICS_SIZE = 2 * HEARD_BANDS + CHANGE_BANDS;

/** Levels are counted from here, so that silence is about 0 and squares keep their digits. */
const ORIGIN_DB = LOWEST_LEVEL_DB;

/** Smaller changes than this from frame to frame are a codec's as likely as the music's, dB. */
const UNHEARD_CHANGE_DB = 2;

/**
 * Mean, standard deviation and mean absolute change from frame to frame, where it exceeds 2 dB, of each band over a clip:
 * `[51 means, 51 standard deviations, 30 changes]`.
 * @param levels audible levels, `[44, 51]` dB
 */
export function writeLevelStatistics(levels: Float32Array, target: Float32Array, offset: number): void {
  for (let band = 0; band < HEARD_BANDS; band++) {
    let sum = 0;
    let squares = 0;
    let changes = 0;
    let previous = levels[band] - ORIGIN_DB;
    for (let at = band; at < levels.length; at += HEARD_BANDS) {
      const level = levels[at] - ORIGIN_DB;
      sum += level;
      squares += level * level;
      changes += Math.max(0, Math.abs(level - previous) - UNHEARD_CHANGE_DB);
      previous = level;
    }
    const mean = sum / CLIP_FRAMES;
    target[offset + band] = mean + ORIGIN_DB;
    target[offset + HEARD_BANDS + band] = Math.sqrt(Math.max(0, squares / CLIP_FRAMES - mean * mean));
    if (band < CHANGE_BANDS) target[offset + 2 * HEARD_BANDS + band] = changes / (CLIP_FRAMES - 1);
  }
}
