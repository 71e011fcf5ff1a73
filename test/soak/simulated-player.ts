import { setImmediate } from 'node:timers/promises';
import { Player } from '../../renderer/playback/player.ts';
import { connectApi, type Queue, type SegueApi } from '../../src-core/contract/api/index.ts';
import { NO_EVENTS } from '../support/no-events.ts';
import type { Core } from '../../src-core/service/core/open-core.ts';
import { createRandom } from '../support/random.ts';
import { delayedChannelPair } from './delayed-channel.ts';
import { Listener } from './listener.ts';
import { SimulatedClock } from './simulated-clock.ts';
import { SimulatedSounds } from './simulated-sounds.ts';

/** A message between page and core, one way. */
const MESSAGE_MS = 8;
/** However calm it is, the core's own work gets a turn this often. */
const LONGEST_STEP_MS = 200;

/** The page's player, connected to a core, with simulated sounds on a simulated clock. */
export class SimulatedPlayer {
  readonly api: SegueApi;
  readonly player: Player;
  readonly sounds: SimulatedSounds;
  readonly listener = new Listener();
  readonly #clock: SimulatedClock;
  readonly #durations = new Map<number, number>();

  constructor(core: Core, clock: SimulatedClock, seed: number) {
    const [here, there] = delayedChannelPair(clock, MESSAGE_MS);
    core.connect(there);
    const queueChanged = (queue: Queue): void => this.player.setQueue(queue);
    this.api = connectApi(here, { ...NO_EVENTS, queueChanged }).api;
    this.#clock = clock;
    this.sounds = new SimulatedSounds(
      clock,
      (trackId) => this.#durations.get(trackId)!,
      createRandom(seed).uniform,
    );
    this.player = new Player({
      api: this.api,
      mediaBase: 'media/',
      createSound: this.sounds.create,
      nowMs: () => clock.nowMs,
      schedule: (run, delayMs) => clock.after(delayMs, run),
      onQueue: ({ current, upcoming }) => {
        this.#durations.clear();
        for (const entry of [current, ...upcoming]) {
          if (entry !== null) this.#durations.set(entry.track.id, entry.track.durationSeconds!);
        }
      },
      onChange: () => undefined,
    });
  }

  get currentEntry(): { readonly entryId: number; readonly trackId: number } | null {
    return this.player.state.current;
  }

  /** Lets time pass up to whatever happens next, and lets that have its consequences. */
  async step(): Promise<void> {
    const ms = Math.min(LONGEST_STEP_MS, this.#clock.untilNextMs, this.sounds.untilEndMs);
    this.listener.hear(this.sounds.audible, ms);
    this.sounds.pass(ms);
    this.#clock.pass(ms);
    // Answers cross the channel in a few turns; the core's threads and timers get theirs.
    await setImmediate();
  }

  /** Lets time pass until an answer is there. */
  async until<T>(answer: Promise<T>): Promise<T> {
    const waiting = { is: true };
    const settled = answer.finally(() => (waiting.is = false));
    while (waiting.is) await this.step();
    return settled;
  }
}
