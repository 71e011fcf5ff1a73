import type { Decoded } from './decoder.ts';

const FIRST_SAMPLES = 1 << 16;

/** Samples in the buffer of one rate and number of channels. */
export interface Stretch {
  readonly sampleRateHz: number;
  readonly channels: number;
  readonly from: number;
  to: number;
}

/**
 * Sound gathered piece by piece in memory that is kept and written over. A decoder that allocated what it delivers would
 * spend a sixth of its time on fresh pages and on the collection of old ones.
 */
export class PlanarBuffer {
  #channels: Float32Array[] = [];
  #capacity = FIRST_SAMPLES;
  #length = 0;

  /** Samples of each channel so far. */
  get length(): number {
    return this.#length;
  }

  clear(): void {
    this.#length = 0;
  }

  /** Copies channels of equal lengths behind what is there. */
  append(channels: readonly Float32Array[]): void {
    const end = this.#length + channels[0].length;
    if (end > this.#capacity) this.#grow(end);
    for (const [i, samples] of channels.entries()) {
      (this.#channels[i] ??= new Float32Array(this.#capacity)).set(samples, this.#length);
    }
    this.#length = end;
  }

  /** As they stand in the buffer: good until it is cleared. */
  views(stretches: readonly Stretch[]): Decoded[] {
    return stretches.map(({ sampleRateHz, channels, from, to }) => ({
      channels: this.#channels.slice(0, channels).map((samples) => samples.subarray(from, to)),
      sampleRateHz,
    }));
  }

  #grow(needed: number): void {
    this.#capacity = Math.max(needed, 2 * this.#capacity);
    this.#channels = this.#channels.map((old) => {
      const wider = new Float32Array(this.#capacity);
      wider.set(old.subarray(0, this.#length));
      return wider;
    });
  }
}
