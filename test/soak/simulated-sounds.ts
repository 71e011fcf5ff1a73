import type { CreateSound, SoundEvents } from '../../renderer/playback/sound.ts';
import type { SimulatedClock } from './simulated-clock.ts';

interface SimulatedSound {
  readonly trackId: number;
  readonly durationSeconds: number;
  readonly events: SoundEvents;
  /** The file has come, and the browser can begin. */
  loaded: boolean;
  wanted: boolean;
  positionSeconds: number;
  volume: number;
  rate: number;
}

/** Below this, a hundredth of full scale, nobody hears anything. */
const AUDIBLE_VOLUME = 0.01;
const SOONEST_LOAD_MS = 20;
const LATEST_LOAD_MS = 300;

/** Sounds that take a moment to load, run on the simulated clock, and end by themselves, as media elements do. */
export class SimulatedSounds {
  readonly alive = new Set<SimulatedSound>();
  mostAlive = 0;
  created = 0;
  readonly #clock: SimulatedClock;
  readonly #durationOf: (trackId: number) => number;
  readonly #uniform: () => number;

  /** @param uniform chance in [0, 1), for how long loading takes */
  constructor(clock: SimulatedClock, durationOf: (trackId: number) => number, uniform: () => number) {
    this.#clock = clock;
    this.#durationOf = durationOf;
    this.#uniform = uniform;
  }

  readonly create: CreateSound = (address, events) => {
    const trackId = Number(address.split('/').at(-1));
    const sound: SimulatedSound = {
      ...{ trackId, durationSeconds: this.#durationOf(trackId), events },
      ...{ loaded: false, wanted: false, positionSeconds: 0, volume: 1, rate: 1 },
    };
    this.alive.add(sound);
    this.created++;
    this.mostAlive = Math.max(this.mostAlive, this.alive.size);
    const loadMs = SOONEST_LOAD_MS + (LATEST_LOAD_MS - SOONEST_LOAD_MS) * this.#uniform();
    this.#clock.after(loadMs, () => (sound.loaded = true));
    return {
      play: () => (sound.wanted = true),
      pause: () => (sound.wanted = false),
      seek: (seconds) => (sound.positionSeconds = seconds),
      positionSeconds: () => (sound.loaded ? sound.positionSeconds : 0),
      durationSeconds: () => null,
      setVolume: (volume) => (sound.volume = volume),
      setRate: (rate) => (sound.rate = rate),
      unload: () => void this.alive.delete(sound),
    };
  };

  get running(): SimulatedSound[] {
    return [...this.alive].filter(({ loaded, wanted }) => loaded && wanted);
  }

  /** Tracks that can be heard. */
  get audible(): number[] {
    return this.running.filter(({ volume }) => volume >= AUDIBLE_VOLUME).map(({ trackId }) => trackId);
  }

  /** How long until the first of them runs out; `Infinity`: none runs. */
  get untilEndMs(): number {
    return Math.min(
      ...this.running.map((sound) => ((sound.durationSeconds - sound.positionSeconds) / sound.rate) * 1000),
    );
  }

  pass(ms: number): void {
    for (const sound of this.running) {
      sound.positionSeconds += (sound.rate * ms) / 1000;
      if (sound.positionSeconds < sound.durationSeconds - 1e-9) continue;
      sound.wanted = false;
      sound.events.ended();
    }
  }
}
