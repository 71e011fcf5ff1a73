import type { Arena } from '../kernel/arena.ts';
import { channelWeights } from './channel-weights.ts';
import { gatedLoudness } from './gated-loudness.ts';
import { KFilter } from './k-filter.ts';
import { type Fades, findFades } from './fades.ts';
import { PowerSteps } from './power-steps.ts';
import { SoundSpan } from './sound-span.ts';

/** Slots per second: the grain in which silence is found. Ten make a step of the loudness blocks. */
const SLOT_HZ = 100;
const SLOTS_PER_STEP = 10;
/** A block of 400 ms is four steps, so that blocks overlap by 75 % (EBU Tech 3341). */
const STEPS_PER_BLOCK = 4;

/** Planar samples in the kernel's memory: channel c starts at `address + c * stride` (bytes). */
export interface PlanarSamples {
  readonly address: number;
  readonly stride: number;
  readonly channels: number;
  readonly frames: number;
}

/** Integrated loudness (EBU R128), where the sound begins and ends, and how, at the rate of the file. */
export class LoudnessMeter {
  readonly #arena: Arena;
  readonly #filters: KFilter[] = [];
  readonly #span = new SoundSpan();
  readonly #powers = new PowerSteps();
  readonly #blocks: number[] = [];
  #steps: { energy: number; frames: number }[] = [];
  #step = { energy: 0, frames: 0 };
  #rateHz = 0;
  #weights: number[] = [];
  /** Room for the sums of squares of one slot. */
  #energies = new Float64Array(0);
  #secondsBefore = 0;
  #framesAtRate = 0;
  #slotStart = 0;
  #slots = 0;

  constructor(arena: Arena) {
    this.#arena = arena;
  }

  /** Integrated loudness in LUFS of all that was pushed; null where it is silent throughout. */
  get loudnessLufs(): number | null {
    return gatedLoudness(this.#blocks);
  }

  /** Silence and fades at both ends of all that was pushed, `durationSeconds` being its length. */
  edges(durationSeconds: number): ReturnType<SoundSpan['silence']> & Fades {
    const silence = this.#span.silence(durationSeconds);
    const { leadingSilenceSeconds, trailingSilenceSeconds } = silence;
    const soundEnds = durationSeconds - trailingSilenceSeconds;
    return { ...silence, ...findFades(this.#powers.means(), leadingSilenceSeconds, soundEnds) };
  }

  /** Samples at `rateHz`, which may change between calls, as may the number of channels. */
  push(samples: PlanarSamples, rateHz: number): void {
    if (rateHz !== this.#rateHz) this.#changeRate(rateHz);
    if (samples.channels > this.#weights.length) this.#widen(samples.channels);
    for (let done = 0; done < samples.frames;) {
      const slotEnd = Math.round(((this.#slots + 1) * this.#rateHz) / SLOT_HZ);
      const part = Math.min(samples.frames - done, slotEnd - this.#framesAtRate);
      this.#filter(samples, done, part);
      done += part;
      this.#framesAtRate += part;
      if (this.#framesAtRate === slotEnd) this.#closeSlot();
    }
  }

  #filter(samples: PlanarSamples, from: number, frames: number): void {
    const { address, stride, channels } = samples;
    const at = (channel: number) => address + Math.min(channel, channels - 1) * stride + from * 4;
    // What a mono passage of a stereo file plays through both speakers counts twice, as it sounds.
    const fed = channels === 1 ? Math.min(2, this.#weights.length) : channels;
    for (let channel = 0; channel < fed; channel += 2) {
      this.#filters[channel / 2].push(at(channel), at(channel + 1), frames);
    }
  }

  #closeSlot(): void {
    const frames = this.#framesAtRate - this.#slotStart;
    let loudest = 0;
    for (let channel = 0; channel < this.#weights.length; channel++) {
      if (channel % 2 === 0) this.#filters[channel / 2].takeEnergy(this.#energies, channel);
      const energy = this.#energies[channel];
      loudest = Math.max(loudest, energy);
      this.#step.energy += energy * this.#weights[channel];
    }
    this.#step.frames += frames;
    const begin = this.#secondsBefore + this.#slotStart / this.#rateHz;
    const seconds = frames / this.#rateHz;
    this.#span.push(loudest / frames, begin, begin + seconds);
    this.#powers.push(loudest / frames, begin, seconds);
    this.#slotStart = this.#framesAtRate;
    this.#slots += 1;
    if (this.#slots % SLOTS_PER_STEP === 0) this.#closeStep();
  }

  #closeStep(): void {
    this.#steps.push(this.#step);
    this.#step = { energy: 0, frames: 0 };
    if (this.#steps.length < STEPS_PER_BLOCK) return;
    let energy = 0;
    let frames = 0;
    for (const step of this.#steps) {
      energy += step.energy;
      frames += step.frames;
    }
    this.#blocks.push(energy / frames);
    this.#steps.shift();
  }

  /** Blocks never span two rates: the filters of one say nothing about the other's energy. */
  #changeRate(rateHz: number): void {
    if (this.#rateHz !== 0) this.#secondsBefore += this.#framesAtRate / this.#rateHz;
    this.#rateHz = rateHz;
    this.#framesAtRate = this.#slotStart = this.#slots = 0;
    this.#steps = [];
    this.#step = { energy: 0, frames: 0 };
    for (const filter of this.#filters) {
      filter.setRate(rateHz);
    }
  }

  /**
   * More channels from here on. Some decoders say "mono" for as long as left and right are equal, so where one
   * channel becomes two or more, the past had two equal ones: twice the energy, and the same state.
   */
  #widen(channels: number): void {
    const wasMono = this.#weights.length === 1;
    this.#weights = channelWeights(channels);
    this.#energies = new Float64Array(channels + (channels % 2));
    while (this.#filters.length * 2 < channels) this.#filters.push(new KFilter(this.#arena, this.#rateHz));
    if (!wasMono) return;
    this.#filters[0].copyFirstToSecond();
    this.#step.energy *= 2;
    for (const step of this.#steps) step.energy *= 2;
    this.#blocks.forEach((block, i) => (this.#blocks[i] = block * 2));
  }
}
