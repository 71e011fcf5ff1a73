import { CLIP_SAMPLES, MEL_SIZE, MIN_LAST_CLIP_SAMPLES, N_FFT } from '../constants.ts';
import type { Arena } from '../kernel/arena.ts';
import { MelPlan } from './mel-plan.ts';

/** How a clip's outermost frames see past the clip: on to the neighbouring clips, or into zeros. */
export type EdgeMode = 'neighbours' | 'zero';

/** Called for each clip in order; see {@link ClipCutter}. */
export type OnClip = (mel: Float32Array, clipIndex: number) => void;

/** Called before {@link OnClip} with the clip's samples as well. Both arrays are reused, the samples from the next allocation on. */
export type OnSound = (mel: Float32Array, samples: Float32Array) => void;

const MARGIN = N_FFT / 2;
const WINDOW = MARGIN + CLIP_SAMPLES + MARGIN;

/** Cuts samples at the analysis rate into clips and hands on each clip's mel spectrogram. */
export class ClipCutter {
  readonly #arena: Arena;
  readonly #plan: MelPlan;
  readonly #onClip: OnClip;
  readonly #onSound: OnSound;
  /** Margin, clip, margin; the clip being gathered starts at float MARGIN. */
  readonly #window: number;
  /** A clip by itself between zeros, where edges are zero. */
  readonly #alone: number | null;
  readonly #mel = new Float32Array(MEL_SIZE);
  #filled = MARGIN;
  #clips = 0;

  constructor(arena: Arena, edges: EdgeMode, onClip: OnClip, onSound: OnSound) {
    this.#arena = arena;
    this.#plan = new MelPlan(arena);
    this.#onClip = onClip;
    this.#onSound = onSound;
    this.#window = arena.floats(WINDOW);
    this.#alone = edges === 'zero' ? arena.floats(WINDOW) : null;
  }

  /** Takes `count` samples from the kernel's memory. */
  push(samples: number, count: number): void {
    let taken = 0;
    while (taken < count) {
      const part = Math.min(count - taken, WINDOW - this.#filled);
      const memory = this.#arena.bytesAt(0, this.#arena.kernel.memory.buffer.byteLength);
      const from = samples + taken * 4;
      memory.copyWithin(this.#window + this.#filled * 4, from, from + part * 4);
      this.#filled += part;
      taken += part;
      if (this.#filled === WINDOW) this.#emit();
    }
  }

  /** Emits what is left, the last clip padded with zeros or, where it is shorter than a quarter second, dropped. */
  finish(): void {
    while (this.#filled - MARGIN >= MIN_LAST_CLIP_SAMPLES) {
      this.#arena.floatsAt(this.#window, WINDOW).fill(0, this.#filled);
      this.#emit();
    }
  }

  #emit(): void {
    this.#plan.clip(this.#alone === null ? this.#window : this.#isolate(this.#alone), this.#mel);
    const window = this.#arena.floatsAt(this.#window, WINDOW);
    this.#onSound(this.#mel, window.subarray(MARGIN, MARGIN + CLIP_SAMPLES));
    window.copyWithin(0, CLIP_SAMPLES);
    this.#filled = Math.max(MARGIN, this.#filled - CLIP_SAMPLES);
    this.#onClip(this.#mel, this.#clips++);
  }

  #isolate(alone: number): number {
    const clip = this.#arena.floatsAt(this.#window + MARGIN * 4, CLIP_SAMPLES);
    this.#arena.floatsAt(alone + MARGIN * 4, CLIP_SAMPLES).set(clip);
    return alone;
  }
}
