import type { SoundProfile } from '../../contract/sound.ts';
import type { Arena } from '../kernel/arena.ts';
import { accentsOf } from './accents.ts';
import { findBeat } from './beat.ts';
import { ChromaMeter } from './chroma-meter.ts';
import { findKey } from './key.ts';
import { OnsetMeter } from './onset-meter.ts';
import { findTempo } from './tempo.ts';
import { timbreOf } from './timbre.ts';

/** Seconds at either end of a track's sound whose beats the next or the last track may have to meet. */
const END_SECONDS = 16;

/** Listens for tempo, beats, key and timbre while a track's clips go by. */
export class SoundMeter {
  readonly #onsets = new OnsetMeter();
  readonly #chroma: ChromaMeter;

  constructor(arena: Arena) {
    this.#chroma = new ChromaMeter(arena);
  }

  /** Takes a clip's mel spectrogram and its samples. */
  push(mel: Float32Array, samples: Float32Array): void {
    this.#onsets.push(mel);
    this.#chroma.push(samples);
  }

  /** @param soundBegins, soundEnds where the track's sound does, in seconds */
  finish(soundBegins: number, soundEnds: number): SoundProfile {
    const { strengths, levelSums } = this.#onsets;
    const accents = accentsOf(strengths);
    const tempo = findTempo(accents);
    const beat = (from: number, to: number) =>
      tempo === null ? null : findBeat(accents, from, to, tempo.beatsPerMinute);
    return {
      tempo,
      openingBeat: beat(soundBegins, Math.min(soundBegins + END_SECONDS, soundEnds)),
      closingBeat: beat(Math.max(soundEnds - END_SECONDS, soundBegins), soundEnds),
      key: findKey(this.#chroma.sums),
      timbre: timbreOf(levelSums, strengths.length),
    };
  }
}
