import type { EventEmitter } from 'node:events';

/** Emits an event that listeners can prevent, and says whether one did. */
export function isPrevented(emitter: EventEmitter, name: string, details: object = {}): boolean {
  const state = { isPrevented: false };
  emitter.emit(name, { ...details, preventDefault: () => (state.isPrevented = true) });
  return state.isPrevented;
}
