import { CLIP_FRAMES, MEL_BANDS, MEL_SIZE } from '../../audio/constants.ts';
import type { Random } from '../run/random.ts';

/** How strongly training clips are changed, so that the network leans on nothing a listener would not notice. */
export interface Augmentation {
  /** Standard deviation of the gain of a whole excerpt, dB. */
  readonly gainDb: number;
  /** Chance that an excerpt loses its heights, as poor sources and codecs do. */
  readonly lowPassChance: number;
  /** Lowest band where that cut may begin, and how much it takes away. */
  readonly lowPassBand: number;
  readonly lowPassDb: number;
  /** Chance that an excerpt gets noise under it, and how loud, as mel power in dB. */
  readonly noiseChance: number;
  readonly noiseDb: readonly [number, number];
  /** Chance of a time mask and of a band mask in a clip, and their greatest widths. */
  readonly maskChance: number;
  readonly maskFrames: number;
  readonly maskBands: number;
}

/** Level of silence, dB. */
export const FLOOR_DB = -100;

/** What one excerpt went through; every clip drawn from it in a batch shares it. */
export interface Treatment {
  readonly gainDb: number;
  /** Bands from here on are turned down; `MEL_BANDS` cuts none. */
  readonly cutBand: number;
  /** Level of the added noise; `FLOOR_DB` adds none. */
  readonly noiseDb: number;
}

export function drawTreatment(augmentation: Augmentation, random: Random): Treatment {
  const [quiet, loud] = augmentation.noiseDb;
  return {
    gainDb: augmentation.gainDb * random.normal(),
    cutBand:
      random.uniform() < augmentation.lowPassChance
        ? augmentation.lowPassBand + random.integer(MEL_BANDS - augmentation.lowPassBand)
        : MEL_BANDS,
    noiseDb:
      random.uniform() < augmentation.noiseChance ? quiet + (loud - quiet) * random.uniform() : FLOOR_DB,
  };
}

/**
 * Treats one clip in place.
 * @param clip levels in dB, `[44, 128]`
 */
export function treatClip(
  clip: Float32Array,
  treatment: Treatment,
  augmentation: Augmentation,
  random: Random,
): void {
  const noisePower = treatment.noiseDb > FLOOR_DB ? 10 ** (treatment.noiseDb / 10) : 0;
  for (let i = 0; i < MEL_SIZE; i++) {
    let level = clip[i] + treatment.gainDb - (i % MEL_BANDS < treatment.cutBand ? 0 : augmentation.lowPassDb);
    if (noisePower > 0) {
      // Power of a noisy band is exponentially distributed around its mean.
      const noise = noisePower * -Math.log(1 - random.uniform());
      level = 10 * Math.log10(10 ** (level / 10) + noise);
    }
    clip[i] = Math.max(FLOOR_DB, level);
  }
  if (random.uniform() < augmentation.maskChance) maskTime(clip, augmentation.maskFrames, random);
  if (random.uniform() < augmentation.maskChance) maskBands(clip, augmentation.maskBands, random);
}

/** Frames are replaced by the one before the gap, so that a mask is a pause of change and not a click. */
function maskTime(clip: Float32Array, longest: number, random: Random): void {
  const length = 1 + random.integer(longest);
  const start = 1 + random.integer(CLIP_FRAMES - length);
  const held = clip.slice((start - 1) * MEL_BANDS, start * MEL_BANDS);
  for (let frame = start; frame < start + length; frame++) clip.set(held, frame * MEL_BANDS);
}

/** Bands are set to the clip's mean level, which says nothing. */
function maskBands(clip: Float32Array, widest: number, random: Random): void {
  const width = 1 + random.integer(widest);
  const start = random.integer(MEL_BANDS - width + 1);
  let sum = 0;
  for (let i = 0; i < MEL_SIZE; i++) sum += clip[i];
  for (let frame = 0; frame < CLIP_FRAMES; frame++) {
    clip.fill(sum / MEL_SIZE, frame * MEL_BANDS + start, frame * MEL_BANDS + start + width);
  }
}
