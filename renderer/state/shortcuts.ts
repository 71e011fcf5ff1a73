import type { Command } from './global-keys.ts';
import { overlays } from './overlays.svelte.ts';
import { place } from './place.svelte.ts';
import type { Session } from './session.svelte.ts';

const SEEK_SECONDS = 5;
const VOLUME_STEP = 0.1;

/** The search field of the library takes the focus when it hears this. */
export const FOCUS_SEARCH = 'segue:focus-search';

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
    'hear-seam': () => player.hearSeam(player.state.preview === null),
    love: () => {
      const track = session.queue?.current?.track;
      if (track) void session.changeQueue(() => session.api.setLoved([track.id], !track.loved));
    },
    undo: () => {
      if (session.queue?.undo) void session.undo();
    },
    shortcuts: () => (overlays.shortcuts = !overlays.shortcuts),
    'mini-player': () => (overlays.mini = !overlays.mini),
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
    'show-map': () => place.go('map'),
  };
  run[command]();
}
