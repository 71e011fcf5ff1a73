/** Calls that come often, made into few: the first at once, and then one for all that come within each interval. */
export class Gather {
  readonly #everyMs: number;
  readonly #work: () => void;
  #timer: NodeJS.Timeout | undefined;
  #isDue = false;
  #isClosed = false;

  constructor(everyMs: number, work: () => void) {
    this.#everyMs = everyMs;
    this.#work = work;
  }

  call(): void {
    if (this.#isClosed) return;
    if (this.#timer !== undefined) {
      this.#isDue = true;
      return;
    }
    this.#work();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#isDue) {
        this.#isDue = false;
        this.call();
      }
    }, this.#everyMs);
  }

  /** What comes from now on is left undone. */
  close(): void {
    clearTimeout(this.#timer);
    this.#isClosed = true;
  }
}
