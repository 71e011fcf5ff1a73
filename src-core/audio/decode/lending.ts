/**
 * Hands out things that lie in memory which is used again for the next: all that was lent is to be taken before more is
 * lent. Whoever forgets is told at once, rather than hearing later sound in place of earlier.
 */
export class Lending<T> {
  #isOut = false;

  /** Throws Error where what was lent last was not taken to its end. */
  lend(things: Iterable<T>): Iterable<T> {
    if (this.#isOut) throw new Error('what was decoded last has not been taken yet');
    this.#isOut = true;
    return this.#untilTaken(things);
  }

  *#untilTaken(things: Iterable<T>): Generator<T> {
    yield* things;
    this.#isOut = false;
  }
}
