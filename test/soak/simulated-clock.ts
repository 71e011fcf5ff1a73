/** Time that passes as fast as there is work to do: from one thing that is due to the next. */
export class SimulatedClock {
  nowMs = 0;
  readonly #due: { readonly atMs: number; readonly run: () => void }[] = [];

  after(delayMs: number, run: () => void): void {
    const atMs = this.nowMs + delayMs;
    // Few things wait at a time. Of two that are due at once, the one asked for first comes first.
    let place = this.#due.length;
    while (place > 0 && this.#due[place - 1].atMs > atMs) place--;
    this.#due.splice(place, 0, { atMs, run });
  }

  /** How long until something is due; `Infinity`: nothing is. */
  get untilNextMs(): number {
    return (this.#due[0]?.atMs ?? Infinity) - this.nowMs;
  }

  /** Lets time pass, but no further than to what is due next, and does that. */
  pass(ms: number): void {
    this.nowMs += Math.min(ms, Math.max(0, this.untilNextMs));
    while (this.#due.length > 0 && this.#due[0].atMs <= this.nowMs) this.#due.shift()!.run();
  }
}
