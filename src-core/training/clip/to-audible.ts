import { MEL_SIZE } from '../../audio/constants.ts';
import { createLevelMeter, LEVELS_SIZE } from '../../emotion/hearing/audible-levels.ts';
import { clipCount, LEVEL_UNIT_DB, type MelLevels } from './mel-cache.ts';

/** What the networks hear of a file's mel levels: audible levels in hundredths of a decibel, `[clips, 44, 51]`. */
export function toAudible(levels: MelLevels): Int16Array {
  const clips = clipCount(levels);
  const audible = new Int16Array(clips * LEVELS_SIZE);
  const measure = createLevelMeter();
  const mel = new Float32Array(MEL_SIZE);
  for (let clip = 0; clip < clips; clip++) {
    for (let i = 0; i < MEL_SIZE; i++) mel[i] = POWERS[levels[clip * MEL_SIZE + i] + LOWEST];
    const heard = measure(mel);
    for (let i = 0; i < LEVELS_SIZE; i++)
      audible[clip * LEVELS_SIZE + i] = Math.round(heard[i] / LEVEL_UNIT_DB);
  }
  return audible;
}

const LOWEST = 2 ** 15;
/** Power of every level that sixteen bits hold. */
const POWERS = Float32Array.from({ length: 2 ** 16 }, (_, i) => 10 ** (((i - LOWEST) * LEVEL_UNIT_DB) / 10));
