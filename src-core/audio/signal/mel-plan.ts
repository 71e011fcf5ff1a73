import { MEL_SIZE, N_FFT } from '../constants.ts';
import type { Arena } from '../kernel/arena.ts';
import { melFilterBank } from './mel-filter-bank.ts';

/** Periodic Hann window (librosa's default, scipy `sym=False`). */
export function hannWindow(length: number): Float32Array {
  return Float32Array.from({ length }, (_, n) => 0.5 - 0.5 * Math.cos((2 * Math.PI * n) / length));
}

const BANK = melFilterBank();

/** Weights of all bands end to end, each band's padded to a multiple of four, and where each band starts. */
function packBank(): { bands: Uint32Array; weights: Float32Array } {
  const bands: number[] = [];
  const weights: number[] = [];
  for (const band of BANK) {
    const count = Math.ceil(band.weights.length / 4) * 4;
    bands.push(band.firstBin, count);
    weights.push(...band.weights, ...new Array<number>(count - band.weights.length).fill(0));
  }
  return { bands: Uint32Array.from(bands), weights: Float32Array.from(weights) };
}

/** Tables and scratch space for the mel spectrograms of one analysis. */
export class MelPlan {
  readonly #arena: Arena;
  readonly #plan: number;
  readonly #mel: number;

  constructor(arena: Arena) {
    const { bands, weights } = packBank();
    this.#arena = arena;
    this.#mel = arena.floats(MEL_SIZE);
    const addresses = [
      arena.kernel.fftSetup,
      arena.copyOf(hannWindow(N_FFT)),
      arena.floats(N_FFT),
      arena.floats(N_FFT),
      arena.floats(N_FFT),
      arena.floats(N_FFT), // bins 0 to N_FFT / 2, and room for a band's zero padding to read past them
      arena.copyOf(bands),
      arena.copyOf(weights),
    ];
    this.#plan = arena.copyOf(Uint32Array.from(addresses));
  }

  /** The clip whose first sample stands N_FFT / 2 floats after the address `samples`, into `mel` (MEL_SIZE). */
  clip(samples: number, mel: Float32Array): void {
    this.#arena.kernel.melClip(samples, this.#plan, this.#mel);
    mel.set(this.#arena.floatsAt(this.#mel, MEL_SIZE));
  }
}
