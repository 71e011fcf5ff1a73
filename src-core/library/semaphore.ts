/** Lets a bounded number of tasks run at a time, the others wait their turn in order. */
export class Semaphore {
  #free: number;
  #isClosed = false;
  readonly #waiting: { readonly start: () => void; readonly cancel: () => void }[] = [];

  constructor(slots: number) {
    this.#free = slots;
  }

  /**
   * Waits for a slot; call the returned function once to give it back.
   * @throws {DOMException} `AbortError` when aborted or closed before the turn came
   */
  async acquire(signal?: AbortSignal): Promise<() => void> {
    if (this.#isClosed || signal?.aborted === true) throw abortError();
    if (this.#free > 0) this.#free--;
    else await this.#turn(signal);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      const next = this.#waiting.shift();
      if (next === undefined) this.#free++;
      else next.start();
    };
  }

  /** Sends everyone who waits away. */
  close(): void {
    this.#isClosed = true;
    for (const { cancel } of this.#waiting.splice(0)) cancel();
  }

  #turn(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        const at = this.#waiting.indexOf(place);
        if (at >= 0) this.#waiting.splice(at, 1);
        reject(abortError());
      };
      const place = {
        start: () => {
          signal?.removeEventListener('abort', leave);
          resolve();
        },
        cancel: () => {
          signal?.removeEventListener('abort', leave);
          reject(abortError());
        },
      };
      this.#waiting.push(place);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }
}

/** What is thrown where work was stopped on request rather than failed. */
export function abortError(): DOMException {
  return new DOMException('The run was stopped.', 'AbortError');
}

export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
