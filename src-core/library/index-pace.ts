/** How many tracks may be analysed at once, which may change while they are: less while music plays. */
export class IndexPace {
  #limit: number;
  #active = 0;
  readonly #waiting = new Set<() => void>();

  /** @param limit at least 1 */
  constructor(limit = Infinity) {
    this.#limit = limit;
  }

  /** What is underway goes on; at least one track is always let through. */
  setLimit(limit: number): void {
    this.#limit = Math.max(1, limit);
    this.#wake();
  }

  /** Waits for a turn, or for the end of the run; the result gives the turn back. */
  async turn(signal: AbortSignal): Promise<() => void> {
    const wake = (): void => this.#wake();
    signal.addEventListener('abort', wake);
    while (this.#active >= this.#limit && !signal.aborted) {
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
    signal.removeEventListener('abort', wake);
    this.#active++;
    return () => {
      this.#active--;
      this.#wake();
    };
  }

  #wake(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}
