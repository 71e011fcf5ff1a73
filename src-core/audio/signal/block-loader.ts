import type { Arena } from '../kernel/arena.ts';
import type { PcmBlock } from '../pcm-block.ts';
import type { PlanarSamples } from './loudness-meter.ts';

/** Frames that are worked on at a time: few enough to stay in the processor's cache from stage to stage. */
export const SLICE_FRAMES = 4096;

const STRIDE = SLICE_FRAMES * 4;

/** Copies decoded blocks into the kernel's memory, a slice at a time. */
export class BlockLoader {
  readonly #arena: Arena;
  #address = 0;
  #channels = 0;

  constructor(arena: Arena) {
    this.#arena = arena;
  }

  /** The slices of a block in order; each is good until the next. Behind the last frame come zeros. */
  *slices(block: PcmBlock): Generator<PlanarSamples> {
    const channels = block.channels.length;
    const frames = block.channels[0]?.length ?? 0;
    if (channels > this.#channels) this.#reserve(channels);
    const address = this.#address;
    for (let from = 0; from < frames; from += SLICE_FRAMES) {
      const count = Math.min(SLICE_FRAMES, frames - from);
      for (const [c, samples] of block.channels.entries()) {
        const slice = this.#arena.floatsAt(address + c * STRIDE, SLICE_FRAMES);
        slice.set(samples.subarray(from, from + count));
        if (count < SLICE_FRAMES) slice.fill(0, count, Math.min(SLICE_FRAMES, count + 3));
      }
      yield { address, stride: STRIDE, channels, frames: count };
    }
  }

  #reserve(channels: number): void {
    if (this.#channels > 0) this.#arena.release(this.#address);
    this.#address = this.#arena.floats(channels * SLICE_FRAMES);
    this.#channels = channels;
  }
}
