import type { Broadcast, EventName, EventPayload } from '../../contract/api/index.ts';

/** Tells every connected player. */
export class EventHub {
  readonly #listeners = new Set<Broadcast>();

  get isHeard(): boolean {
    return this.#listeners.size > 0;
  }

  /** Returns what ends the telling. */
  add(listener: Broadcast): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  readonly tell: Broadcast = <Name extends EventName>(name: Name, payload: EventPayload<Name>): void => {
    for (const listener of this.#listeners) listener(name, payload);
  };
}
