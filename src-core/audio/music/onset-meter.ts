import { CLIP_FRAMES, CLIP_SAMPLES, ANALYSIS_RATE_HZ, MEL_BANDS } from '../constants.ts';

/**
 * Frames of a clip that count: the last is centred 34 samples before the next clip's first. Left out, frames follow one
 * another evenly, within a thousandth of a second, from clip to clip.
 */
const FRAMES_PER_CLIP = CLIP_FRAMES - 1;

/** Onset strengths a second. */
export const ONSET_RATE_HZ = (FRAMES_PER_CLIP * ANALYSIS_RATE_HZ) / CLIP_SAMPLES;

/** Mel bands that are taken together, and groups of them: up to about 13 kHz, which every codec keeps. */
const BANDS_PER_GROUP = 4;
export const GROUPS = 28;

/** Added to each group's power before its logarithm: about 60 dB below a full-scale tone. */
const FLOOR = 0.01;

const bits = new Int32Array(1);
const float = new Float32Array(bits.buffer);

/** Logarithm to base 2, straight between powers of two: continuous, rising, at most 0.09 off, and cheap. */
function roughLog2(value: number): number {
  float[0] = value;
  return bits[0] / 2 ** 23 - 127;
}

/** Follows how levels rise from frame to frame, which is where notes and beats begin, and sums up the levels themselves. */
export class OnsetMeter {
  /** Sum over frames of each group's level, in octaves of power. */
  readonly levelSums = new Float64Array(GROUPS);
  readonly #before = new Float32Array(GROUPS);
  #strengths = new Float32Array(FRAMES_PER_CLIP * 512);
  #frames = 0;

  /** Takes a clip's mel spectrogram, frame by frame. */
  push(mel: Float32Array): void {
    if (this.#frames + FRAMES_PER_CLIP > this.#strengths.length) this.#grow();
    for (let frame = 0; frame < FRAMES_PER_CLIP; frame++) {
      let rise = 0;
      for (let group = 0, at = frame * MEL_BANDS; group < GROUPS; group++, at += BANDS_PER_GROUP) {
        const level = roughLog2(mel[at] + mel[at + 1] + mel[at + 2] + mel[at + 3] + FLOOR);
        const step = level - this.#before[group];
        if (step > 0) rise += step;
        this.#before[group] = level;
        this.levelSums[group] += level;
      }
      // Nothing precedes the first frame.
      this.#strengths[this.#frames] = this.#frames === 0 ? 0 : rise / GROUPS;
      this.#frames++;
    }
  }

  /** Mean rise of a group's level from frame to frame, in octaves of power; {@link ONSET_RATE_HZ} values a second. */
  get strengths(): Float32Array {
    return this.#strengths.subarray(0, this.#frames);
  }

  #grow(): void {
    const larger = new Float32Array(this.#strengths.length * 2);
    larger.set(this.#strengths);
    this.#strengths = larger;
  }
}
