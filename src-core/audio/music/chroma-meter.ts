import { ANALYSIS_RATE_HZ, CLIP_SAMPLES, N_FFT } from '../constants.ts';
import type { Arena } from '../kernel/arena.ts';
import { hannWindow } from '../signal/mel-plan.ts';

/** Samples that become one, so that the same transform tells tones 2.7 Hz apart. */
const DECIMATION = 8;
const HALF = DECIMATION / 2;

const BIN_HZ = ANALYSIS_RATE_HZ / DECIMATION / N_FFT;

/** From the F below middle C up: below, semitones lie closer than bins; above, what decimation folds back is heard. */
const FIRST_BIN = Math.ceil(130 / BIN_HZ);
const LAST_BIN = Math.floor(1400 / BIN_HZ);

/** Where in the clip the stretch that is transformed begins: in its middle. */
const OFFSET = (CLIP_SAMPLES - N_FFT * DECIMATION) >> 1;

const PITCH_CLASSES = 12;
const MIDDLE_C_HZ = 440 * 2 ** (-9 / 12);

const WINDOW = hannWindow(N_FFT);

/** Sums up how strongly each of the twelve pitch classes sounds, clip by clip. */
export class ChromaMeter {
  /** From C to B. */
  readonly sums = new Float64Array(PITCH_CLASSES);
  readonly #arena: Arena;
  readonly #frame: number;
  readonly #spectrum: number;
  readonly #work: number;
  readonly #power = new Float32Array(LAST_BIN + 2);

  constructor(arena: Arena) {
    this.#arena = arena;
    this.#frame = arena.floats(N_FFT);
    this.#spectrum = arena.floats(N_FFT);
    this.#work = arena.floats(N_FFT);
  }

  /** Takes the {@link CLIP_SAMPLES} samples of a clip. */
  push(samples: Float32Array): void {
    decimate(samples, this.#arena.floatsAt(this.#frame, N_FFT));
    this.#arena.kernel.transform(this.#frame, this.#spectrum, this.#work);
    const spectrum = this.#arena.floatsAt(this.#spectrum, N_FFT);
    for (let bin = FIRST_BIN - 1; bin <= LAST_BIN + 1; bin++) {
      this.#power[bin] = spectrum[2 * bin] ** 2 + spectrum[2 * bin + 1] ** 2;
    }
    this.#addPeaks(this.#power);
  }

  /** Tones are where the spectrum peaks; noise, which does so as well, falls on all classes alike. */
  #addPeaks(power: Float32Array): void {
    for (let bin = FIRST_BIN; bin <= LAST_BIN; bin++) {
      const here = power[bin];
      const below = power[bin - 1];
      const above = power[bin + 1];
      if (here <= below || here < above || here < QUIETEST) continue;
      const a = Math.sqrt(below);
      const b = Math.sqrt(here);
      const c = Math.sqrt(above);
      // The top of the parabola through the three: between the bins.
      const hz = (bin + (0.5 * (a - c)) / (a - 2 * b + c)) * BIN_HZ;
      const semitones = 12 * Math.log2(hz / MIDDLE_C_HZ);
      const nearest = Math.round(semitones);
      const inTune = 1 - 2 * Math.abs(semitones - nearest);
      // Loud tones count for more, but not in proportion: a chord is all of its notes.
      this.sums[((nearest % 12) + 12) % 12] += inTune * Math.sqrt(b);
    }
  }
}

/** About 70 dB below a full-scale tone. */
const QUIETEST = 0.03;

/** Each output is the mean of its samples under a smooth hump of 16; what folds back from above 4 kHz is 25 dB down. */
function decimate(samples: Float32Array, out: Float32Array): void {
  const fours = (at: number): number => samples[at] + samples[at + 1] + samples[at + 2] + samples[at + 3];
  let at = OFFSET - HALF;
  let first = fours(at);
  let second = fours(at + HALF);
  for (let i = 0; i < N_FFT; i++) {
    at += DECIMATION;
    const third = fours(at);
    const fourth = fours(at + HALF);
    out[i] = ((first + 3 * (second + third) + fourth) / 32) * WINDOW[i];
    first = third;
    second = fourth;
  }
}
