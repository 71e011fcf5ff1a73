import type { CreateSound, SoundEvents } from '../../../renderer/playback/sound.ts';

export interface FakeSound {
  readonly address: string;
  readonly events: SoundEvents;
  positionSeconds: number;
  volume: number;
  rate: number;
  playing: boolean;
}

/** Sounds whose time passes when told to. */
export class FakeSounds {
  readonly alive = new Set<FakeSound>();
  created = 0;
  /** Addresses that fail as soon as they are loaded. */
  readonly broken = new Set<string>();

  readonly create: CreateSound = (address, events) => {
    const sound: FakeSound = { address, events, positionSeconds: 0, volume: 1, rate: 1, playing: false };
    this.alive.add(sound);
    this.created++;
    if (this.broken.has(address)) {
      queueMicrotask(() => events.failed({ message: 'damaged', networkOrSource: false }));
    }
    return {
      play: () => (sound.playing = true),
      pause: () => (sound.playing = false),
      seek: (seconds) => (sound.positionSeconds = seconds),
      positionSeconds: () => sound.positionSeconds,
      durationSeconds: () => null,
      setVolume: (volume) => (sound.volume = volume),
      setRate: (rate) => (sound.rate = rate),
      unload: () => void this.alive.delete(sound),
    };
  };

  pass(seconds: number): void {
    for (const sound of this.playing) sound.positionSeconds += seconds * sound.rate;
  }

  get playing(): FakeSound[] {
    return [...this.alive].filter(({ playing, address }) => playing && !this.broken.has(address));
  }
}
