/**
 * Below this a slot counts as silent: -60 dBFS, root mean square after K-weighting. Players have long used -60 dBFS
 * (Mixxx's intro and outro cues, ffmpeg's silencedetect): it is over the noise of 16-bit dither, of lossy coders
 * and of most tape, and at a listening level of 80 dB it is the noise of a quiet room. K-weighting keeps a DC offset or
 * rumble from passing for sound.
 */
export const SILENCE_DBFS = -60;

const THRESHOLD = 10 ** (SILENCE_DBFS / 10);

/** Finds where the sound of a track begins and ends, from the mean squares of consecutive slots. */
export class SoundSpan {
  #begin: number | null = null;
  #end = 0;
  #loudSince: number | null = null;

  /** A slot's loudest channel. Two loud slots in a row make sound; a lone one is a click. */
  push(meanSquare: number, beginSeconds: number, endSeconds: number): void {
    if (meanSquare < THRESHOLD) {
      this.#loudSince = null;
    } else if (this.#loudSince === null) {
      this.#loudSince = beginSeconds;
    } else {
      this.#begin ??= this.#loudSince;
      this.#end = endSeconds;
    }
  }

  /** Silence at both ends of a track of this length; one that is silent throughout has it all in front. */
  silence(durationSeconds: number): { leadingSilenceSeconds: number; trailingSilenceSeconds: number } {
    if (this.#begin === null) return { leadingSilenceSeconds: durationSeconds, trailingSilenceSeconds: 0 };
    return {
      leadingSilenceSeconds: this.#begin,
      trailingSilenceSeconds: Math.max(0, durationSeconds - this.#end),
    };
  }
}
