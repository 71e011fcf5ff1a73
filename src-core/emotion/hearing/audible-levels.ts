import { CLIP_FRAMES, MEL_BANDS, MEL_SIZE } from '../../audio/constants.ts';
import { Kernel } from '../kernel/instance.ts';

/**
 * Bands that the networks hear: neighbouring mel bands in pairs, up to 9.7 kHz. What lies above, codecs and old
 * recordings take away, and in the training data it says more about a source than about its music.
 */
export const HEARD_BANDS = 51;
/** Numbers of a clip's audible levels, `[44, 51]`. */
export const LEVELS_SIZE = CLIP_FRAMES * HEARD_BANDS;

/** Levels below this are not heard, dB: the noise of 16-bit samples lies under it. */
export const LOWEST_LEVEL_DB = -72;
const POWER_FLOOR = 10 ** (LOWEST_LEVEL_DB / 10);

/**
 * Nor is what lies so far below the loudest band of late. The ear adapts (Fastl & Zwicker 2007, chapter 4), and a floor
 * that goes with the music lets a gain shift all that is heard alike, however quiet the piece.
 */
const HEARD_RANGE_DB = 45;
/** What the loudest band of late is forgotten by, dB a frame: about 9 dB a second. */
const FORGOTTEN_DB = 0.2;

/**
 * How a loud band hides others in the same frame: what lies `OFFSET_DB` below it, and a slope's more for each band of
 * distance, is not heard. About 10 dB a Bark towards higher bands and 25 towards lower ones (Schroeder, Atal & Hall
 * 1979). Codecs fill or empty what is hidden; who hears only the rest hears the same music in each of them.
 */
const OFFSET_DB = 12;
const SLOPE_UP_DB = 3;
const SLOPE_DOWN_DB = 6;
/**
 * How a loud moment hides what follows it and, far less, what comes before it (Fastl & Zwicker 2007, chapter 4), dB a
 * frame: codecs smear sound over time, most of all ahead of it.
 */
const OFFSET_IN_TIME_DB = 8;
const SLOPE_AFTER_DB = 1;
const SLOPE_BEFORE_DB = 6;

/**
 * A function that tells the audible levels of the clips of one track, in order.
 *
 * It takes mel power `[44, 128]` (what is not a positive finite number counts as silence) and returns levels in dB,
 * `[44, 51]`, which it overwrites with the next call.
 */
export function createLevelMeter(): (mel: Float32Array) => Float32Array {
  const kernel = new Kernel();
  const pointer = kernel.allocate(LEVELS_SIZE);
  const shared = kernel.floats(pointer, LEVELS_SIZE);
  const levels = new Float32Array(LEVELS_SIZE);
  const scratch = new Float32Array(HEARD_BANDS);
  /** What each band's past still hides, before the offset. */
  const past = new Float32Array(HEARD_BANDS).fill(LOWEST_LEVEL_DB);
  let loudestOfLate = LOWEST_LEVEL_DB;
  return (mel) => {
    if (mel.length !== MEL_SIZE) throw new RangeError(`a clip of ${mel.length} numbers, not ${MEL_SIZE}`);
    for (let frame = 0; frame < CLIP_FRAMES; frame++) {
      for (let band = 0; band < HEARD_BANDS; band++) {
        const low = frame * MEL_BANDS + 2 * band;
        levels[frame * HEARD_BANDS + band] = 0.5 * (mel[low] + mel[low + 1]);
      }
    }
    shared.set(levels);
    kernel.call.decibels(LEVELS_SIZE, pointer, POWER_FLOOR);
    levels.set(shared);
    for (let first = 0; first < LEVELS_SIZE; first += HEARD_BANDS) {
      loudestOfLate = Math.max(loudestIn(levels, first), loudestOfLate - FORGOTTEN_DB);
      liftFrame(levels, first, loudestOfLate - HEARD_RANGE_DB);
      maskFrame(levels, first, scratch);
    }
    maskAfter(levels, past);
    maskBefore(levels, scratch);
    return levels;
  };
}

/** Mean over all bands and frames, dB: how loud a clip is. */
export function meanLevel(levels: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < levels.length; i++) sum += levels[i];
  return sum / levels.length;
}

function loudestIn(levels: Float32Array, first: number): number {
  let loudest = levels[first];
  for (let i = first + 1; i < first + HEARD_BANDS; i++) if (levels[i] > loudest) loudest = levels[i];
  return loudest;
}

function liftFrame(levels: Float32Array, first: number, floor: number): void {
  for (let i = first; i < first + HEARD_BANDS; i++) if (levels[i] < floor) levels[i] = floor;
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
    const from = hiddenFromBelow[band];
    const hidden = (from > above ? from : above) - OFFSET_DB;
    above = (level > above ? level : above) - SLOPE_DOWN_DB;
    if (hidden > level) levels[first + band] = hidden;
  }
}

/** Lifts every level to what its band's past hides, from clip to clip. */
function maskAfter(levels: Float32Array, past: Float32Array): void {
  for (let first = 0; first < LEVELS_SIZE; first += HEARD_BANDS) {
    for (let band = 0; band < HEARD_BANDS; band++) {
      const level = levels[first + band];
      const left = past[band] - SLOPE_AFTER_DB;
      const strongest = level > left ? level : left;
      past[band] = strongest;
      if (strongest - OFFSET_IN_TIME_DB > level) levels[first + band] = strongest - OFFSET_IN_TIME_DB;
    }
  }
}

/** Lifts every level to what its band's next moments hide, within the clip. */
function maskBefore(levels: Float32Array, next: Float32Array): void {
  next.fill(LOWEST_LEVEL_DB);
  for (let first = LEVELS_SIZE - HEARD_BANDS; first >= 0; first -= HEARD_BANDS) {
    for (let band = 0; band < HEARD_BANDS; band++) {
      const level = levels[first + band];
      const left = next[band] - SLOPE_BEFORE_DB;
      const strongest = level > left ? level : left;
      next[band] = strongest;
      if (strongest - OFFSET_IN_TIME_DB > level) levels[first + band] = strongest - OFFSET_IN_TIME_DB;
    }
  }
}
