import { CLIP_FRAMES } from '../../audio/constants.ts';
import { HEARD_BANDS } from '../../emotion/hearing/audible-levels.ts';
import type { Random } from '../run/random.ts';

/** How strongly training clips are changed, so that the network leans on nothing a listener would not notice. */
export interface Augmentation {
  /** Chance of a time mask and of a band mask in a clip, and their greatest widths. */
  readonly maskChance: number;
  readonly maskFrames: number;
  readonly maskBands: number;
}

/**
 * Treats one clip in place.
 * @param clip audible levels in dB, `[44, 51]`
 */
export function treatClip(
  clip: Float32Array,
  { maskChance, maskFrames, maskBands }: Augmentation,
  random: Random,
): void {
  if (random.uniform() < maskChance) holdFrames(clip, maskFrames, random);
  if (random.uniform() < maskChance) levelBands(clip, maskBands, random);
}

/** Frames are replaced by the one before the gap, so that a mask is a pause of change and not a click. */
function holdFrames(clip: Float32Array, longest: number, random: Random): void {
  const length = 1 + random.integer(longest);
  const start = 1 + random.integer(CLIP_FRAMES - length);
  const held = clip.slice((start - 1) * HEARD_BANDS, start * HEARD_BANDS);
  for (let frame = start; frame < start + length; frame++) clip.set(held, frame * HEARD_BANDS);
}

/** Bands are set to the clip's mean level, which says nothing. */
function levelBands(clip: Float32Array, widest: number, random: Random): void {
  const width = 1 + random.integer(widest);
  const start = random.integer(HEARD_BANDS - width + 1);
  let sum = 0;
  for (let i = 0; i < clip.length; i++) sum += clip[i];
  for (let frame = 0; frame < CLIP_FRAMES; frame++) {
    clip.fill(sum / clip.length, frame * HEARD_BANDS + start, frame * HEARD_BANDS + start + width);
  }
}
