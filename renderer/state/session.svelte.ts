import { getContext, setContext } from 'svelte';
import { DEFAULT_SETTINGS } from '../../src-core/contract/api/settings.ts';
import type {
  Folder,
  IndexingState,
  Playlist,
  Queue,
  Settings,
  SettingsPatch,
} from '../../src-core/contract/api/index.ts';
import type { Bridge, BridgeStatus } from '../bridge/bridge.ts';
import { createHowlerSound } from '../playback/howler-sound.ts';
import { Player, type Sleep } from '../playback/player.ts';
import { Excerpt } from '../playback/excerpt.ts';
import { IDLE, isUnderWay, type PlayerState } from '../playback/player-state.ts';
import type { CreateSound } from '../playback/sound.ts';
import { Toasts } from './toasts.svelte.ts';

const GATHER_CHANGES_MS = 300;

/** What the whole page shares: the core as it was last heard of, and the player. */
export class Session {
  readonly bridge: Bridge;
  readonly player: Player;
  /** Lets a few seconds of a track be heard. */
  readonly excerpt: Excerpt;
  readonly toasts = new Toasts();
  status = $state<BridgeStatus>('connecting');
  /** Everything has been asked for at least once. */
  loaded = $state(false);
  queue = $state.raw<Queue | null>(null);
  playback = $state.raw<PlayerState>(IDLE);
  /** The track that is heard in passing. */
  excerptId = $state<number | null>(null);
  sleep = $state.raw<Sleep>(null);
  settings = $state.raw<Settings>(DEFAULT_SETTINGS);
  folders = $state.raw<readonly Folder[]>([]);
  indexing = $state.raw<IndexingState | null>(null);
  playlists = $state.raw<readonly Playlist[]>([]);
  /** Grows whenever lists of the library should be asked for again. */
  libraryRevision = $state(0);
  /** Grows whenever curves have come. */
  curvesRevision = $state(0);
  #isChangeDue = false;

  constructor(bridge: Bridge, createSound: CreateSound = createHowlerSound) {
    this.bridge = bridge;
    this.player = new Player({
      api: bridge.api,
      mediaBase: bridge.mediaBase,
      createSound,
      nowMs: () => performance.now(),
      schedule: (run, delayMs) => void setTimeout(run, delayMs),
      onQueue: (queue) => (this.queue = queue),
      onChange: () => {
        this.playback = this.player.state;
        this.sleep = this.player.sleep;
      },
    });
    this.excerpt = new Excerpt({
      player: this.player,
      createSound,
      mediaBase: bridge.mediaBase,
      settings: () => this.settings,
      schedule: (run, delayMs) => void setTimeout(run, delayMs),
      onChange: (trackId) => (this.excerptId = trackId),
      onFailed: (message) => this.toasts.show(message, { level: 'error' }),
    });
    this.#listen();
    this.status = bridge.status;
    if (bridge.status === 'connected') void this.#load();
  }

  get api(): Bridge['api'] {
    return this.bridge.api;
  }

  /** Whether the library can be asked. An effect that reads it runs again whenever lists should be asked for anew. */
  get canAskLibrary(): boolean {
    return this.libraryRevision >= 0 && this.status === 'connected';
  }

  get isPlaying(): boolean {
    return isUnderWay(this.playback);
  }

  /** Does what the listener asked for; a failure is shown to them in words. */
  async attempt(action: () => Promise<unknown> | undefined): Promise<boolean> {
    try {
      await action();
      return true;
    } catch (error) {
      this.toasts.showError(error);
      return false;
    }
  }

  /** Lets the queue be changed and plays what comes out. */
  playFrom(change: () => Promise<Queue>): Promise<boolean> {
    return this.attempt(async () => this.player.playQueue(await change()));
  }

  /** Changes the queue and offers to take it back. */
  changeQueue(change: () => Promise<Queue>, message?: string): Promise<boolean> {
    return this.attempt(async () => {
      const queue = await change();
      this.player.setQueue(queue);
      if (message && queue.undo) {
        this.toasts.show(message, { action: { label: 'Undo', run: () => void this.undo() } });
      }
    });
  }

  undo(): Promise<boolean> {
    return this.changeQueue(() => this.api.undo());
  }

  setSettings(patch: SettingsPatch): void {
    // Shown and heard at once; the core's answer is the last word.
    this.#useSettings({ ...this.settings, ...patch });
    void this.attempt(() => this.api.setSettings(patch));
  }

  #useSettings(settings: Settings): void {
    this.settings = settings;
    this.player.setSettings(settings);
  }

  #listen(): void {
    const { bridge, player } = this;
    bridge.on('queueChanged', (queue) => player.setQueue(queue));
    bridge.on('playWanted', () => player.play());
    bridge.on('settingsChanged', (settings) => this.#useSettings(settings));
    bridge.on('indexingProgress', (state) => {
      const ended = state.phase === 'idle' && this.indexing?.phase !== 'idle';
      this.indexing = state;
      if (ended) this.#libraryChanged();
    });
    bridge.on('curvesReady', () => {
      this.curvesRevision++;
      this.#libraryChanged();
    });
    bridge.on('notice', ({ level, message }) => this.toasts.show(message, { level }));
    bridge.on('playlistsChanged', () => void this.#refreshPlaylists());
    bridge.on('marksChanged', () => this.#libraryChanged());
    bridge.on('libraryChanged', () => this.#libraryChanged());
    bridge.onStatus((status) => {
      this.status = status;
      if (status === 'connected') void this.#load();
    });
  }

  /** Lists are asked for again, though not for each of many changes that come together. */
  #libraryChanged(): void {
    if (this.#isChangeDue) return;
    this.#isChangeDue = true;
    setTimeout(() => {
      this.#isChangeDue = false;
      this.libraryRevision++;
      void this.refreshFolders();
    }, GATHER_CHANGES_MS);
  }

  async refreshFolders(): Promise<void> {
    await this.attempt(async () => (this.folders = await this.api.listFolders()));
  }

  async #refreshPlaylists(): Promise<void> {
    await this.attempt(async () => (this.playlists = await this.api.listPlaylists()));
  }

  async #load(): Promise<void> {
    const again = this.loaded;
    await this.attempt(async () => {
      const { api, player } = this;
      // In one go: each way there and back is waited for before anything is shown.
      const [settings, folders, indexing, playlists, first] = await Promise.all([
        api.getSettings(),
        api.listFolders(),
        api.indexingState(),
        api.listPlaylists(),
        again ? null : Promise.all([api.getQueue(), api.getResumePoint()]),
      ]);
      this.#useSettings(settings);
      this.folders = folders;
      this.indexing = indexing;
      this.playlists = playlists;
      if (first === null) await player.coreBack();
      else player.setQueue(...first);
      this.loaded = true;
      this.libraryRevision++;
    });
  }
}

const KEY = Symbol('session');

export function provideSession(session: Session): Session {
  return setContext(KEY, session);
}

export function useSession(): Session {
  return getContext<Session>(KEY);
}
