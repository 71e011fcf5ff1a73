import type { MenuCommand } from '../../src-core/contract/shell.ts';
import { place } from './place.svelte.ts';
import type { Session } from './session.svelte.ts';

const SEEK_SECONDS = 5;
const VOLUME_STEP = 0.1;

/** What can be done from anywhere, by key or from the desktop's menu. */
export type Command = MenuCommand | 'mute' | 'seek-forward' | 'seek-back';

/** The search field of the library takes the focus when it hears this. */
export const FOCUS_SEARCH = 'segue:focus-search';

/** The command of a key, or null: plain letters as players and video sites have taught everybody. */
export function commandOf(event: KeyboardEvent): Command | null {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
  if ((ctrlKey || metaKey) && key.toLowerCase() === 'f') return 'search';
  if (ctrlKey || metaKey || altKey) return null;
  if (shiftKey) return key === 'N' ? 'next' : key === 'P' ? 'previous' : null;
  const commands: Readonly<Record<string, Command>> = {
    ' ': 'play-pause',
    k: 'play-pause',
    m: 'mute',
    '/': 'search',
    ArrowRight: 'seek-forward',
    ArrowLeft: 'seek-back',
    '+': 'volume-up',
    '-': 'volume-down',
    '1': 'show-now-playing',
    '2': 'show-library',
    '3': 'show-queue',
    '4': 'show-folders',
  };
  return commands[key] ?? null;
}

/** Whether a key belongs to the thing that has the focus: text fields, sliders, menus, and space on buttons. */
export function isTakenByFocus(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (!target) return false;
  if (target.closest('input, textarea, select, [contenteditable], [role="menu"], [role="dialog"]')) {
    return !((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f');
  }
  if (event.key === ' ') return target.closest('button, a, [role="switch"], [role="tab"]') !== null;
  return (
    event.key.startsWith('Arrow') && target.closest('[role="slider"], [role="tab"], [data-arrows]') !== null
  );
}

export function runCommand(session: Session, command: Command): void {
  const { player, settings } = session;
  const setVolume = (volume: number): void =>
    session.setSettings({ volume: Math.min(Math.max(volume, 0), 1), muted: false });
  const run: Readonly<Record<Command, () => void>> = {
    'play-pause': () => player.toggle(),
    next: () => player.next(),
    previous: () => void session.attempt(() => player.previous()),
    'seek-forward': () => player.seek(player.state.positionSeconds + SEEK_SECONDS),
    'seek-back': () => player.seek(player.state.positionSeconds - SEEK_SECONDS),
    'volume-up': () => setVolume(settings.volume + VOLUME_STEP),
    'volume-down': () => setVolume(settings.volume - VOLUME_STEP),
    mute: () => session.setSettings({ muted: !settings.muted }),
    search: () => {
      place.go('library');
      // The library may be about to appear.
      setTimeout(() => window.dispatchEvent(new Event(FOCUS_SEARCH)));
    },
    'add-folder': () => place.go('folders'),
    settings: () => place.go('settings'),
    'show-now-playing': () => place.go('now-playing'),
    'show-library': () => place.go('library'),
    'show-queue': () => place.go('queue'),
    'show-folders': () => place.go('folders'),
  };
  run[command]();
}
