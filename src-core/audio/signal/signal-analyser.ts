import type { SignalSummary } from '../../contract/analysis.ts';
import { ANALYSIS_RATE_HZ } from '../constants.ts';
import type { Arena } from '../kernel/arena.ts';
import type { PcmBlock } from '../pcm-block.ts';
import { makeSane, MAX_SAMPLE } from '../sane-samples.ts';
import { BlockLoader, SLICE_FRAMES } from './block-loader.ts';
import type { ClipCutter } from './clip-cutter.ts';
import { LoudnessMeter, type PlanarSamples } from './loudness-meter.ts';
import { Resampler } from './resampler.ts';

/** Everything that is found out about a track in one pass: levels at its own rate, clips at the analysis rate. */
export class SignalAnalyser {
  readonly #arena: Arena;
  readonly #cutter: ClipCutter;
  readonly #loader: BlockLoader;
  readonly #loudness: LoudnessMeter;
  readonly #mono: number;
  #resampler: Resampler | null = null;
  #firstRateHz = 0;
  #rateHz = 0;
  #channels = 0;
  #framesAtRate = 0;
  #secondsBefore = 0;
  #peak = 0;

  constructor(arena: Arena, cutter: ClipCutter) {
    this.#arena = arena;
    this.#cutter = cutter;
    this.#loader = new BlockLoader(arena);
    this.#loudness = new LoudnessMeter(arena);
    this.#mono = arena.floats(SLICE_FRAMES);
  }

  get durationSeconds(): number {
    return this.#rateHz === 0 ? 0 : this.#secondsBefore + this.#framesAtRate / this.#rateHz;
  }

  push(block: PcmBlock): void {
    if (block.sampleRateHz !== this.#rateHz) this.#changeRate(block.sampleRateHz);
    this.#channels = Math.max(this.#channels, block.channels.length);
    for (const samples of this.#loader.slices(block)) {
      this.#mixdown(samples);
      this.#loudness.push(samples, block.sampleRateHz);
      this.#framesAtRate += samples.frames;
      if (this.#resampler === null) this.#cutter.push(this.#mono, samples.frames);
      else this.#resampler.push(this.#mono, samples.frames);
    }
  }

  finish(): Omit<SignalSummary, 'sound'> {
    this.#resampler?.finish();
    this.#cutter.finish();
    return {
      durationSeconds: this.durationSeconds,
      sampleRateHz: this.#firstRateHz,
      channels: this.#channels,
      loudnessLufs: this.#loudness.loudnessLufs,
      samplePeak: this.#peak,
      ...this.#loudness.edges(this.durationSeconds),
    };
  }

  /** Mean of the channels (librosa `to_mono`), and the peak on the way, which tells whether all samples are sane. */
  #mixdown(samples: PlanarSamples): void {
    const { address, stride, channels, frames } = samples;
    const peak = this.#arena.kernel.mixdown(address, stride, channels, frames, this.#mono);
    if (peak <= MAX_SAMPLE) {
      this.#peak = Math.max(this.#peak, peak);
      return;
    }
    for (let c = 0; c < channels; c++) makeSane(this.#arena.floatsAt(address + c * stride, frames));
    this.#mixdown(samples);
  }

  #changeRate(rateHz: number): void {
    this.#resampler?.finish();
    this.#secondsBefore = this.durationSeconds;
    this.#framesAtRate = 0;
    this.#rateHz = rateHz;
    this.#firstRateHz ||= rateHz;
    this.#resampler =
      rateHz === ANALYSIS_RATE_HZ
        ? null
        : new Resampler(this.#arena, rateHz, ANALYSIS_RATE_HZ, SLICE_FRAMES, (samples, count) =>
            this.#cutter.push(samples, count),
          );
  }
}
