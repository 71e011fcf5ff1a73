import { CLIP_FRAMES, MEL_BANDS } from '../audio/constants.ts';

/** What the statistics of a clip look at. */
export interface LevelStatisticsShape {
  /** Neighbouring bands are averaged in pairs, from the lowest up; bands above the last pair are not heard. */
  readonly bandPairs: number;
  /** Levels below this count as this, dB: what lies there is the source's noise, not its music. */
  readonly floorDb: number;
}

/** Numbers that {@link writeLevelStatistics} writes. */
export function levelStatisticsSize({ bandPairs }: LevelStatisticsShape): number {
  return 3 * bandPairs;
}

/**
 * Mean, standard deviation and mean absolute change from frame to frame of each pair of bands over the 44 frames of a
 * clip, in dB: `[means, standard deviations, changes]`, `bandPairs` numbers each.
 * @param levelsDb `[44, 128]`
 */
export function writeLevelStatistics(
  levelsDb: Float32Array,
  { bandPairs, floorDb }: LevelStatisticsShape,
  target: Float32Array,
  offset: number,
): void {
  for (let pair = 0; pair < bandPairs; pair++) {
    let sum = 0;
    let squares = 0;
    let changes = 0;
    let previous = 0;
    for (let frame = 0; frame < CLIP_FRAMES; frame++) {
      const at = frame * MEL_BANDS + 2 * pair;
      const low = levelsDb[at];
      const high = levelsDb[at + 1];
      // Counted from the floor, so that silence is 0 and squares keep their digits.
      const level = 0.5 * ((low > floorDb ? low - floorDb : 0) + (high > floorDb ? high - floorDb : 0));
      sum += level;
      squares += level * level;
      if (frame > 0) changes += Math.abs(level - previous);
      previous = level;
    }
    const mean = sum / CLIP_FRAMES;
    target[offset + pair] = mean + floorDb;
    target[offset + bandPairs + pair] = Math.sqrt(Math.max(0, squares / CLIP_FRAMES - mean * mean));
    target[offset + 2 * bandPairs + pair] = changes / (CLIP_FRAMES - 1);
  }
}
