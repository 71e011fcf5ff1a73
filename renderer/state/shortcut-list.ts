import { GLOBAL_KEYS, keysShown } from './global-keys.ts';

export interface ShortcutGroup {
  readonly heading: string;
  readonly shortcuts: readonly {
    /** Any of these combinations, each of keys to be pressed together. */
    readonly keys: readonly (readonly string[])[];
    readonly what: string;
  }[];
}

/** Every key that does something, for people to look up. What works everywhere comes from the very table that does it. */
export function shortcutList(isMac: boolean): readonly ShortcutGroup[] {
  const control = isMac ? '⌘' : 'Ctrl';
  const everywhere = [...new Set(GLOBAL_KEYS.map(({ what }) => what))].map((what) => ({
    what,
    keys: GLOBAL_KEYS.filter((own) => own.what === what).map((own) => keysShown(own, isMac)),
  }));
  return [
    { heading: 'Everywhere', shortcuts: everywhere },
    {
      heading: 'In lists of tracks',
      shortcuts: [
        { keys: [['↑'], ['↓']], what: 'Go to another track' },
        {
          keys: [
            ['Shift', '↑'],
            ['Shift', '↓'],
          ],
          what: 'Select on the way',
        },
        { keys: [[control, 'Space']], what: 'Select a track, or leave it out' },
        { keys: [[control, 'A'], ['Esc']], what: 'Select all, or none' },
        { keys: [['Enter']], what: 'Play' },
        { keys: [['Shift', 'F10']], what: 'What can be done with it' },
        {
          keys: [
            ['Alt', '↑'],
            ['Alt', '↓'],
          ],
          what: 'Move within a playlist',
        },
        { keys: [['Delete']], what: 'Take out of a playlist' },
      ],
    },
    {
      heading: 'In the queue',
      shortcuts: [{ keys: [['↑'], ['↓']], what: 'Move a track, with its handle in focus' }],
    },
    {
      heading: 'On the curve',
      shortcuts: [
        { keys: [['←'], ['→']], what: 'Five seconds back or on' },
        { keys: [['Home'], ['End']], what: 'To the beginning or the end' },
      ],
    },
  ];
}

export const SHORTCUTS: readonly ShortcutGroup[] = shortcutList(navigator.userAgent.includes('Mac'));
