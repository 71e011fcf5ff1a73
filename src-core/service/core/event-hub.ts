import type { Broadcast, EventName, EventPayload, Notice } from '../../contract/api/index.ts';
import { toSegueError } from '../../contract/errors.ts';

/** Tells every connected player. */
export class EventHub {
  readonly #listeners = new Set<Broadcast>();
  /** What nobody was there to hear. */
  #unheard: Notice[] = [];

  /** Adds a listener, who is told the notices that nobody was there to hear. Returns what ends the telling. */
  add(listener: Broadcast): () => void {
    this.#listeners.add(listener);
    const unheard = this.#unheard;
    this.#unheard = [];
    for (const notice of unheard) listener('notice', notice);
    return () => this.#listeners.delete(listener);
  }

  readonly tell: Broadcast = <Name extends EventName>(name: Name, payload: EventPayload<Name>): void => {
    for (const listener of this.#listeners) listener(name, payload);
  };

  /** Tells the listener what no event is for; where none listens, the next to come is told. */
  notify(level: Notice['level'], message: string): void {
    if (this.#listeners.size > 0) this.tell('notice', { level, message });
    else this.#unheard.push({ level, message });
  }

  /** Does work that nobody waits for: its failure becomes a notice, where it would otherwise end the program. */
  inBackground(work: () => unknown): void {
    const failed = (error: unknown): void => this.notify('error', toSegueError(error).message);
    const done = async (): Promise<void> => {
      await work();
    };
    done().catch(failed);
  }
}
