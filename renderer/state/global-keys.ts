import type { MenuCommand } from '../../src-core/contract/shell.ts';

/** What can be done from anywhere, by key or from the desktop's menu. */
export type Command =
  MenuCommand | 'mute' | 'seek-forward' | 'seek-back' | 'hear-seam' | 'love' | 'undo' | 'mini-player';

interface GlobalKey {
  /** As in `KeyboardEvent.key`, letters small. */
  readonly key: string;
  readonly shift?: boolean;
  /** With Ctrl, or with the command key on a Mac. */
  readonly control?: boolean;
  readonly command: Command;
  /** For people to look up. */
  readonly what: string;
}

/** Every key that does something from anywhere; plain letters as players and video sites have taught everybody. */
export const GLOBAL_KEYS: readonly GlobalKey[] = [
  { key: ' ', command: 'play-pause', what: 'Play or pause' },
  { key: 'k', command: 'play-pause', what: 'Play or pause' },
  { key: 'ArrowRight', command: 'seek-forward', what: 'Five seconds on' },
  { key: 'ArrowLeft', command: 'seek-back', what: 'Five seconds back' },
  { key: 'n', shift: true, command: 'next', what: 'Next track' },
  { key: 'p', shift: true, command: 'previous', what: 'Previous track' },
  { key: '+', command: 'volume-up', what: 'Louder' },
  { key: '-', command: 'volume-down', what: 'Quieter' },
  { key: 'm', command: 'mute', what: 'Mute' },
  { key: 's', command: 'hear-seam', what: 'Hear the seam to come, or go back from it' },
  { key: 'l', command: 'love', what: 'Love what plays, or no longer' },
  { key: 'z', control: true, command: 'undo', what: 'Undo the last change of the queue' },
  { key: '/', command: 'search', what: 'Search the library' },
  { key: 'f', control: true, command: 'search', what: 'Search the library' },
  { key: 'i', command: 'mini-player', what: 'Mini player' },
  { key: '1', command: 'show-now-playing', what: 'Show what plays now' },
  { key: '2', command: 'show-library', what: 'Show the library' },
  { key: '3', command: 'show-queue', what: 'Show the queue' },
  { key: '4', command: 'show-folders', what: 'Show the folders' },
  { key: '5', command: 'show-map', what: 'Show the mood map' },
  { key: '?', command: 'shortcuts', what: 'Show the keyboard shortcuts' },
];

type PressedKey = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** The command of a key, or null. */
export function commandOf({ key, shiftKey, ctrlKey, metaKey, altKey }: PressedKey): Command | null {
  if (altKey) return null;
  const pressed = key.length === 1 ? key.toLowerCase() : key;
  // Where a sign lies on the keyboard, and whether it needs Shift, is different everywhere.
  const isSign = pressed.length === 1 && pressed.toLowerCase() === pressed.toUpperCase() && pressed !== ' ';
  const found = GLOBAL_KEYS.find(
    (own) =>
      own.key === pressed &&
      (own.control ?? false) === (ctrlKey || metaKey) &&
      (isSign || (own.shift ?? false) === shiftKey),
  );
  return found?.command ?? null;
}

/** How a key is printed on the keyboard. */
export function keysShown({ key, shift, control }: GlobalKey, isMac: boolean): string[] {
  const names: Readonly<Record<string, string>> = { ' ': 'Space', ArrowRight: '→', ArrowLeft: '←', '-': '−' };
  return [
    ...(control ? [isMac ? '⌘' : 'Ctrl'] : []),
    ...(shift ? ['Shift'] : []),
    names[key] ?? key.toUpperCase(),
  ];
}
