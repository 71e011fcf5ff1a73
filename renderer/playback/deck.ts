import type { CreateSound, Sound, SoundEvents } from './sound.ts';

/** Holds at most one sound; whatever it held before is unloaded. */
export class Deck {
  readonly #createSound: CreateSound;
  readonly #events: SoundEvents;
  #sound: Sound | null = null;
  #startSeconds = 0;
  #rate = 1;

  constructor(createSound: CreateSound, events: SoundEvents) {
    this.#createSound = createSound;
    this.#events = events;
  }

  get isLoaded(): boolean {
    return this.#sound !== null;
  }

  /** Where the sound is; before it has loaded, where it will begin. */
  get positionSeconds(): number {
    return Math.max(this.#sound?.positionSeconds() ?? 0, this.#startSeconds);
  }

  get durationSeconds(): number | null {
    return this.#sound?.durationSeconds() ?? null;
  }

  load(address: string, atSeconds: number, volume: number): void {
    this.unload();
    const sound: Sound = this.#createSound(address, {
      ended: () => {
        if (this.#sound === sound) this.#events.ended();
      },
      failed: (failure) => {
        if (this.#sound === sound) this.#events.failed(failure);
      },
      blocked: () => {
        if (this.#sound === sound) this.#events.blocked();
      },
    });
    this.#sound = sound;
    this.#startSeconds = atSeconds;
    sound.setVolume(volume);
    if (atSeconds > 0) sound.seek(atSeconds);
  }

  play(): void {
    this.#sound?.play();
  }

  pause(): void {
    this.#sound?.pause();
  }

  seek(seconds: number): void {
    this.#startSeconds = 0;
    this.#sound?.seek(seconds);
  }

  setVolume(volume: number): void {
    this.#sound?.setVolume(volume);
  }

  setRate(rate: number): void {
    if (rate === this.#rate) return;
    this.#rate = rate;
    this.#sound?.setRate(rate);
  }

  unload(): void {
    const sound = this.#sound;
    this.#sound = null;
    this.#startSeconds = 0;
    this.#rate = 1;
    sound?.unload();
  }
}
