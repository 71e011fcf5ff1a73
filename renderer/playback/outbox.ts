import type { Advance } from '../../src-core/contract/api/index.ts';

export interface OutboxOptions<Reply> {
  readonly send: (report: Advance) => Promise<Reply>;
  /** Whether a failure means that the core is away, so that the report should be kept. */
  readonly isAway: (error: unknown) => boolean;
  /** Everything was sent; the reply to the last report. */
  readonly onEmptied: (reply: Reply) => void;
  /** A report was refused for good, and how things stand has to be asked for. */
  readonly onRefused: () => void;
}

/**
 * Reports of what became of entries, sent one after the other in their order. While the core is away they wait; what the
 * core tells of its queue meanwhile is older than they are.
 */
export class Outbox<Reply> {
  readonly #options: OutboxOptions<Reply>;
  readonly #waiting: Advance[] = [];
  #sending = false;

  constructor(options: OutboxOptions<Reply>) {
    this.#options = options;
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  add(report: Advance): void {
    this.#waiting.push(report);
    void this.flush();
  }

  /** Sends what waits; to be called when the core is back. */
  async flush(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    try {
      while (!this.isEmpty && (await this.#sendFirst()));
    } finally {
      this.#sending = false;
    }
  }

  /** Whether to go on with the next one. */
  async #sendFirst(): Promise<boolean> {
    const { send, isAway, onEmptied, onRefused } = this.#options;
    try {
      const reply = await send(this.#waiting[0]);
      this.#waiting.shift();
      if (this.isEmpty) onEmptied(reply);
      return true;
    } catch (error) {
      if (isAway(error)) return false;
      this.#waiting.shift();
      if (this.isEmpty) onRefused();
      return true;
    }
  }
}
