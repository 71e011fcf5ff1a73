import type { SetAside } from '../database/set-aside.ts';

/** What the listener is told when a damaged library was replaced. */
export function explainSetAside({ path, folders }: SetAside): string {
  const rebuilt = folders.length === 0 ? 'a new one' : `a new one, from ${folders.join(', ')} as well`;
  return `the library was damaged; it is kept as "${path}", and this run makes ${rebuilt}.`;
}
