import type {
  PlaybackReport,
  Queue,
  ResumePoint,
  SegueApi,
  Settings,
} from '../../src-core/contract/api/index.ts';
import { DEFAULT_SETTINGS } from '../../src-core/contract/api/settings.ts';
import { SegueError } from '../../src-core/contract/errors.ts';
import { cueOf, type Cue } from './cue.ts';
import { Decks } from './decks.ts';
import { volumeGain } from './level.ts';
import { Outbox } from './outbox.ts';
import {
  IDLE,
  isUnderWay,
  type DeckName,
  type Effect,
  type PlayerEvent,
  type PlayerState,
} from './player-state.ts';
import { advanced, nextEntry } from './project-queue.ts';
import { sleepGain } from './sleep-timer.ts';
import type { CreateSound } from './sound.ts';
import { step } from './step.ts';
import { tickDelayMs } from './tick-delay.ts';

export interface PlayerOptions {
  readonly api: Pick<
    SegueApi,
    'advance' | 'getQueue' | 'goBack' | 'removeEntry' | 'reportFailure' | 'reportPlayback'
  >;
  readonly mediaBase: string;
  readonly createSound: CreateSound;
  /** Milliseconds of any clock that only goes forward. */
  readonly nowMs: () => number;
  readonly schedule: (run: () => void, delayMs: number) => void;
  readonly onQueue: (queue: Queue) => void;
  /** Something that the page shows has changed. */
  readonly onChange: () => void;
}

/** How often the core hears where the music is, so that a restart can go on from there. */
const REPORT_EVERY_MS = 5_000;
/** "Previous" goes to the beginning of a track that is further in than this. */
const RESTART_SECONDS = 3;

export type Sleep =
  { readonly until: 'time'; readonly endsAtMs: number } | { readonly until: 'track' } | null;

/** Plays the queue: carries out what the state machine decides, and tells it and the core what happens. */
export class Player {
  readonly #options: PlayerOptions;
  readonly #decks: Decks;
  readonly #outbox: Outbox<Queue>;
  #state: PlayerState = IDLE;
  #queue: Queue | null = null;
  #settings: Settings = DEFAULT_SETTINGS;
  #sleep: Sleep = null;
  #ticking = false;
  #reportedAtMs = 0;

  constructor(options: PlayerOptions) {
    this.#options = options;
    this.#decks = new Decks(options.createSound, {
      ended: (deck) => this.#dispatch({ type: 'ended', deck }),
      failed: (deck, failure) => void this.#onFailed(deck, failure),
      blocked: (deck) => this.#dispatch({ type: 'blocked', deck }),
    });
    this.#outbox = new Outbox({
      send: (report) => options.api.advance(report),
      isAway: isDisconnected,
      onEmptied: (queue) => this.#adopt(queue),
      onRefused: () => void this.resync(),
    });
  }

  get state(): PlayerState {
    return this.#state;
  }

  get sleep(): Sleep {
    return this.#sleep;
  }

  /** Follows the queue as the core tells it. Old news are ignored. */
  setQueue(queue: Queue, resume: ResumePoint | null = null): void {
    if (!this.#outbox.isEmpty || (this.#queue && queue.revision <= this.#queue.revision)) return;
    this.#adopt(queue, resume?.entryId === queue.current?.entryId ? resume?.positionSeconds : undefined);
  }

  /** What a command of the listener made of the queue; they want to hear it. */
  playQueue(queue: Queue): void {
    this.setQueue(queue);
    this.play();
  }

  setSettings(settings: Settings): void {
    this.#settings = settings;
    this.#applyVolume();
    this.#followQueue();
  }

  play(): void {
    this.#dispatch({ type: 'play' });
  }

  pause(): void {
    this.#dispatch({ type: 'pause' });
  }

  toggle(): void {
    if (this.#state.wanted && this.#state.phase !== 'idle') this.pause();
    else this.play();
  }

  /** @param seconds position in the current track; what lies outside counts as the nearer end */
  seek(seconds: number): void {
    this.#dispatch({ type: 'seek', seconds });
  }

  next(): void {
    this.#dispatch({ type: 'skip' });
  }

  async previous(): Promise<void> {
    const { current, positionSeconds } = this.#state;
    const start = current?.startSeconds ?? 0;
    if (positionSeconds > start + RESTART_SECONDS || !this.#queue?.history.length) this.seek(start);
    else this.setQueue(await this.#options.api.goBack());
  }

  /** Plays the seam to come now, or ends that; afterwards the music goes on where it was. */
  hearSeam(on: boolean): void {
    this.#dispatch({ type: 'hear-seam', on });
  }

  setSleep(sleep: { readonly minutes: number } | 'track' | null): void {
    if (sleep === 'track') this.#sleep = { until: 'track' };
    else if (sleep) this.#sleep = { until: 'time', endsAtMs: this.#options.nowMs() + sleep.minutes * 60_000 };
    else this.#sleep = null;
    this.#applyVolume();
    this.#dispatch({ type: 'stop-after-current', on: sleep === 'track' });
  }

  /** The core can be reached again, perhaps as another process. */
  async coreBack(): Promise<void> {
    await this.#outbox.flush();
    await this.resync();
    this.#dispatch({ type: 'core-back' });
  }

  /** Asks for the queue as it is, whatever was known of it. */
  async resync(): Promise<void> {
    const queue = await this.#options.api.getQueue();
    if (this.#outbox.isEmpty) this.#adopt(queue);
  }

  /** Tells the core where the music is; for when the page is about to go. */
  report(): void {
    const { current, positionSeconds } = this.#state;
    if (!current) return;
    this.#reportedAtMs = this.#options.nowMs();
    const playing = isUnderWay(this.#state);
    const report: PlaybackReport = { entryId: current.entryId, positionSeconds, playing };
    this.#options.api.reportPlayback(report).catch(() => undefined);
  }

  dispose(): void {
    this.#state = IDLE;
    this.#decks.unload();
  }

  #adopt(queue: Queue, atSeconds?: number): void {
    this.#queue = queue;
    this.#options.onQueue(queue);
    this.#followQueue(atSeconds);
  }

  #followQueue(atSeconds?: number): void {
    if (!this.#queue) return;
    const next = nextEntry(this.#queue);
    const cue = (entry: Queue['current']): Cue | null =>
      entry && cueOf(entry, this.#options.mediaBase, this.#settings);
    this.#dispatch({
      type: 'queue',
      current: cue(this.#queue.current),
      next: cue(next),
      crossfade: this.#settings.crossfadeSeconds,
      ...(atSeconds === undefined ? {} : { atSeconds }),
    });
  }

  #dispatch(event: PlayerEvent): void {
    const { state, effects } = step(this.#state, event);
    this.#state = state;
    for (const effect of effects) this.#carryOut(effect);
    this.#tick();
    this.#options.onChange();
  }

  #carryOut(effect: Effect): void {
    if (effect.do === 'advance') this.#advance(effect);
    else if (effect.do === 'pass-over') void this.#passOver(effect.entryId);
    else if (effect.do === 'report-position') this.report();
    else this.#decks.do(effect);
  }

  #advance({ entryId, reason, atSeconds }: Extract<Effect, { do: 'advance' }>): void {
    if (this.#queue) {
      this.#queue = advanced(this.#queue, reason);
      this.#options.onQueue(this.#queue);
    }
    this.#outbox.add({ entryId, reason, atSeconds });
    // The machine moved on by itself; what comes after that, it learns from here.
    queueMicrotask(() => this.#followQueue());
  }

  async #passOver(entryId: number): Promise<void> {
    try {
      this.setQueue(await this.#options.api.removeEntry(entryId));
    } catch {
      // It is gone already, or will fail again when its turn comes.
    }
  }

  async #onFailed(deck: DeckName, failure: { message: string; networkOrSource: boolean }): Promise<void> {
    const cue = this.#cueOn(deck);
    if (!cue) return;
    let coreAway = false;
    try {
      await this.#options.api.reportFailure({ trackId: cue.trackId, message: failure.message });
    } catch (error) {
      coreAway = failure.networkOrSource && isDisconnected(error);
    }
    // Meanwhile something else may have been put on, or what was to come next may have become current.
    if (this.#cueOn(deck)?.entryId === cue.entryId) {
      this.#dispatch({ type: 'failed', deck, message: failure.message, coreAway });
    }
  }

  #cueOn(deck: DeckName): Cue | null {
    const { deck: own, current, seam, preloaded, next } = this.#state;
    if (deck === own) return current;
    return seam?.leaving ?? (preloaded ? next : null);
  }

  #tick(): void {
    const delayMs = tickDelayMs(this.#state);
    if (this.#ticking || delayMs === null) return;
    this.#ticking = true;
    this.#options.schedule(() => {
      this.#ticking = false;
      this.#applySleep();
      const { positionSeconds, durationSeconds } = this.#decks;
      this.#dispatch({ type: 'clock', positionSeconds, durationSeconds });
      if (this.#options.nowMs() - this.#reportedAtMs >= REPORT_EVERY_MS) this.report();
    }, delayMs);
  }

  #applySleep(): void {
    if (this.#sleep?.until === 'track' && !this.#state.stopAfterCurrent) this.#sleep = null;
    if (this.#sleep?.until !== 'time') return;
    if (this.#options.nowMs() >= this.#sleep.endsAtMs) {
      this.#sleep = null;
      this.pause();
    }
    this.#applyVolume();
  }

  #applyVolume(): void {
    const left = this.#sleep?.until === 'time' ? this.#sleep.endsAtMs - this.#options.nowMs() : Infinity;
    this.#decks.setVolume(volumeGain(this.#settings) * sleepGain(left));
  }
}

function isDisconnected(error: unknown): boolean {
  return error instanceof SegueError && error.code === 'disconnected';
}
