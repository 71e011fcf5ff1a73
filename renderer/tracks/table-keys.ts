export type TableAction =
  | {
      readonly kind: 'go';
      readonly to: 'up' | 'down' | 'pageUp' | 'pageDown' | 'home' | 'end';
      /** What becomes of the selection on the way. */
      readonly select: 'only' | 'extend' | 'keep';
    }
  | { readonly kind: 'move'; readonly to: 'up' | 'down' }
  | { readonly kind: 'toggle' | 'play' | 'menu' | 'all' | 'clear' | 'remove' };

const WAYS = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
  Home: 'home',
  End: 'end',
} as const;

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/**
 * What a key does in a list of tracks: as in a list of files. Space alone plays and pauses, there as everywhere.
 * @param isInButton the focus is on a button within a row, which has Enter for itself
 */
export function tableKey(event: Key, { isInButton }: { readonly isInButton: boolean }): TableAction | null {
  const { key, shiftKey, altKey } = event;
  const command = event.ctrlKey || event.metaKey;
  if (key in WAYS) {
    const to = WAYS[key as keyof typeof WAYS];
    if (altKey) return (to === 'up' || to === 'down') && !command ? { kind: 'move', to } : null;
    return { kind: 'go', to, select: shiftKey ? 'extend' : command ? 'keep' : 'only' };
  }
  if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) return { kind: 'menu' };
  if (key === ' ' && (command || shiftKey)) return { kind: 'toggle' };
  if (key.toLowerCase() === 'a' && command && !shiftKey) return { kind: 'all' };
  if (command || altKey || shiftKey) return null;
  if (key === 'Enter') return isInButton ? null : { kind: 'play' };
  if (key === 'Escape') return { kind: 'clear' };
  return key === 'Delete' || key === 'Backspace' ? { kind: 'remove' } : null;
}
