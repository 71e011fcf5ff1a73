import { HOP_SECONDS } from '../../contract/analysis.ts';

/** Gathers mean squares of short slots into those of half seconds. */
export class PowerSteps {
  readonly #sums: { energy: number; seconds: number }[] = [];

  /** The slot counts for the half second in which it begins. */
  push(meanSquare: number, beginSeconds: number, seconds: number): void {
    // A slot begins on time but for what rounding does.
    const step = Math.floor(beginSeconds / HOP_SECONDS + 1e-6);
    while (this.#sums.length <= step) this.#sums.push({ energy: 0, seconds: 0 });
    this.#sums[step].energy += meanSquare * seconds;
    this.#sums[step].seconds += seconds;
  }

  /** Mean square of each half second from the beginning on. */
  means(): number[] {
    return this.#sums.map(({ energy, seconds }) => (seconds === 0 ? 0 : energy / seconds));
  }
}
