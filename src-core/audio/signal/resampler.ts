import type { Arena } from '../kernel/arena.ts';
import { designResamplerFilter, type ResamplerFilter } from './resampler-filter.ts';

/** Receives `count` samples at an address in the kernel's memory, good until the call returns. */
export type SampleSink = (samples: number, count: number) => void;

/** Turns one stretch of samples at one rate into samples at another; output k lies exactly at k / toHz seconds. */
export class Resampler {
  readonly #arena: Arena;
  readonly #sink: SampleSink;
  readonly #filter: ResamplerFilter;
  readonly #table: number;
  readonly #input: number;
  readonly #capacity: number;
  readonly #output: number;
  /** Samples waiting in the input buffer; at first the filter's zeros before the beginning. */
  #filled: number;
  /** Where the next output lies in the input buffer, in `unit`ths of a sample, less the filter's delay. */
  #position = 0;
  #taken = 0;
  #produced = 0;

  /** Takes at most `maxPush` samples at a time. */
  constructor(arena: Arena, fromHz: number, toHz: number, maxPush: number, sink: SampleSink) {
    this.#arena = arena;
    this.#sink = sink;
    this.#filter = designResamplerFilter(fromHz, toHz);
    const { taps, table, unit, step } = this.#filter;
    this.#filled = taps / 2 - 1;
    this.#capacity = taps * 2 + Math.max(maxPush, taps);
    this.#table = arena.copyOf(table);
    this.#input = arena.floats(this.#capacity);
    this.#output = arena.floats(Math.ceil((this.#capacity * unit) / step) + 1);
  }

  push(samples: number, count: number): void {
    const from = this.#arena.floatsAt(samples, count);
    this.#arena.floatsAt(this.#input, this.#capacity).set(from, this.#filled);
    this.#filled += count;
    this.#taken += count;
    this.#convert(Infinity);
  }

  /** Hands on what the last input samples still owe, and gives its memory back. */
  finish(): void {
    const { taps, unit, step } = this.#filter;
    this.#arena.floatsAt(this.#input, this.#capacity).fill(0, this.#filled, this.#filled + taps);
    this.#filled += taps;
    this.#convert(Math.ceil((this.#taken * unit) / step) - this.#produced);
    for (const address of [this.#table, this.#input, this.#output]) this.#arena.release(address);
  }

  #convert(limit: number): void {
    const { taps, phases, unit, step } = this.#filter;
    const reach = (this.#filled - taps + 1) * unit - this.#position;
    const count = Math.min(limit, Math.max(0, Math.ceil(reach / step)));
    if (count === 0) return;
    const position = this.#position;
    this.#arena.kernel.resample(
      ...([this.#input, this.#table, taps, phases, unit, step, position, this.#output, count] as const),
    );
    this.#produced += count;
    const drop = Math.floor((position + count * step) / unit);
    this.#position = position + count * step - drop * unit;
    this.#arena.floatsAt(this.#input, this.#capacity).copyWithin(0, drop, this.#filled);
    this.#filled -= drop;
    this.#sink(this.#output, count);
  }
}
