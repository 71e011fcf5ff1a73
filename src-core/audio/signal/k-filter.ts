import type { Arena } from '../kernel/arena.ts';
import { kWeighting, type Biquad } from './k-weighting.ts';

// Doubles of one filter's memory; see `assembly/k-weight.ts`.
const COEFFICIENTS = 14;
const STATE = 12;
const ENERGY_AT = COEFFICIENTS + STATE;
const DOUBLES = ENERGY_AT + 2;

/** K-weights two channels at once and sums the squares of what comes out. */
export class KFilter {
  readonly #arena: Arena;
  readonly #address: number;

  constructor(arena: Arena, rateHz: number) {
    this.#arena = arena;
    this.#address = arena.doubles(DOUBLES);
    this.setRate(rateHz);
  }

  /** From here on the samples come at this rate; what rang in the filter is dropped. */
  setRate(rateHz: number): void {
    const { shelf, highPass } = kWeighting(rateHz);
    const memory = this.#arena.doublesAt(this.#address, DOUBLES);
    memory.fill(0, COEFFICIENTS);
    const both = (section: Biquad, numerator: boolean) => [...(numerator ? section.b : []), ...section.a];
    [...both(shelf, true), ...both(highPass, false)].forEach((value, i) => {
      memory.fill(value, i * 2, i * 2 + 2);
    });
  }

  /** Makes the second channel's past the first's. */
  copyFirstToSecond(): void {
    const memory = this.#arena.doublesAt(this.#address, DOUBLES);
    for (let i = COEFFICIENTS; i < DOUBLES; i += 2) memory[i + 1] = memory[i]!;
  }

  /** `frames` samples of each channel, at two addresses. */
  push(left: number, right: number, frames: number): void {
    this.#arena.kernel.kWeight(left, right, frames, this.#address);
  }

  /** Writes the sums of squares since the last call, of the first and the second channel, to `into`. */
  takeEnergy(into: Float64Array, at: number): void {
    const energy = this.#arena.doublesAt(this.#address + ENERGY_AT * 8, 2);
    into.set(energy, at);
    energy.fill(0);
  }
}
