/** A queue between one side that finds work and others that do it. */
export class WorkQueue<Item> {
  readonly #items: Item[] = [];
  readonly #waiting: ((item: Item | undefined) => void)[] = [];
  #isClosed = false;
  #head = 0;

  push(item: Item): void {
    const waiting = this.#waiting.shift();
    if (waiting === undefined) this.#items.push(item);
    else waiting(item);
  }

  /** The next item, once there is one; undefined when the queue is closed and nothing is left. */
  next(): Promise<Item | undefined> {
    if (this.#head < this.#items.length) return Promise.resolve(this.#items[this.#head++]);
    if (this.#isClosed) return Promise.resolve(undefined);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** No more will come. */
  close(): void {
    this.#isClosed = true;
    for (const waiting of this.#waiting.splice(0)) waiting(undefined);
  }
}
