import { CLIP_FRAMES, MEL_BANDS, MEL_SIZE } from '../../audio/constants.ts';
import { Kernel } from '../kernel/instance.ts';

/**
 * Bands that the networks hear: neighbouring mel bands in pairs, up to 9.7 kHz. What lies above, codecs and old
 * recordings take away, and in the training data it says more about a source than about its music.
 */
export const HEARD_BANDS = 51;
/** Numbers of a clip's audible levels, `[44, 51]`. */
export const LEVELS_SIZE = CLIP_FRAMES * HEARD_BANDS;

/** Levels below this are not heard, dB. */
export const LOWEST_LEVEL_DB = -60;
const POWER_FLOOR = 10 ** (LOWEST_LEVEL_DB / 10);
/**
 * How a loud band hides others in the same frame: what lies `MASKING_OFFSET_DB` below it, and a slope's more for each
 * band of distance, is not heard. About 10 dB a Bark towards higher bands and 25 towards lower ones (Schroeder, Atal &
 * Hall 1979), the offset that of a tone over noise (Johnston 1988). Codecs fill or empty what is hidden; who hears
 * only the rest hears the same music in each of them.
 */
const MASKING_OFFSET_DB = 16;
const SLOPE_UP_DB = 3;
const SLOPE_DOWN_DB = 6;

/**
 * A function that tells the audible levels of clips.
 *
 * It takes mel power `[44, 128]` (what is not a positive finite number counts as silence) and returns levels in dB,
 * `[44, 51]`, which it overwrites with the next call.
 */
export function createLevelMeter(): (mel: Float32Array) => Float32Array {
  const kernel = new Kernel();
  const pointer = kernel.allocate(LEVELS_SIZE);
  const levels = kernel.floats(pointer, LEVELS_SIZE);
  const hiddenFromBelow = new Float32Array(HEARD_BANDS);
  return (mel) => {
    if (mel.length !== MEL_SIZE) throw new RangeError(`a clip of ${mel.length} numbers, not ${MEL_SIZE}`);
    for (let frame = 0; frame < CLIP_FRAMES; frame++) {
      for (let band = 0; band < HEARD_BANDS; band++) {
        const low = frame * MEL_BANDS + 2 * band;
        levels[frame * HEARD_BANDS + band] = 0.5 * (mel[low] + mel[low + 1]);
      }
    }
    kernel.call.decibels(LEVELS_SIZE, pointer, POWER_FLOOR);
    for (let frame = 0; frame < CLIP_FRAMES; frame++) {
      maskFrame(levels, frame * HEARD_BANDS, hiddenFromBelow);
    }
    return levels;
  };
}

/** Lifts every band of a frame to the level below which louder bands hide it. */
function maskFrame(levels: Float32Array, first: number, hiddenFromBelow: Float32Array): void {
  let below = -Infinity;
  for (let band = 0; band < HEARD_BANDS; band++) {
    hiddenFromBelow[band] = below;
    const level = levels[first + band];
    below = (level > below ? level : below) - SLOPE_UP_DB;
  }
  let above = -Infinity;
  for (let band = HEARD_BANDS - 1; band >= 0; band--) {
    const level = levels[first + band];
    const hidden = Math.max(hiddenFromBelow[band], above) - MASKING_OFFSET_DB;
    above = (level > above ? level : above) - SLOPE_DOWN_DB;
    if (hidden > level) levels[first + band] = hidden;
  }
}
