import { analyseSignal, type EdgeMode } from '../../../src-core/audio/analyse-signal.ts';
import type { PcmBlock } from '../../../src-core/audio/pcm-block.ts';

/** A signal as decoders deliver it: in blocks of so many frames, the sizes taken in turn. */
export async function* blocksOf(
  channels: readonly Float32Array[],
  sampleRateHz: number,
  sizes: readonly number[] = [10_000],
): AsyncGenerator<PcmBlock> {
  await Promise.resolve();
  for (let start = 0, i = 0; start < channels[0].length; i++) {
    const end = start + sizes[i % sizes.length];
    yield { sampleRateHz, channels: channels.map((channel) => channel.subarray(start, end)) };
    start = end;
  }
}

/** The clips of a signal, each copied, and the summary. */
export async function analyse(blocks: AsyncIterable<PcmBlock>, edges?: EdgeMode) {
  const clips: Float32Array[] = [];
  const summary = await analyseSignal(
    blocks,
    (mel, index) => {
      if (index !== clips.length) throw new Error(`clip ${index} came as number ${clips.length}`);
      clips.push(mel.slice());
    },
    edges === undefined ? {} : { edges },
  );
  return { clips, summary };
}

/** A sine of amplitude 1 unless told otherwise. */
export function sine(hz: number, rateHz: number, seconds: number, amplitude = 1): Float32Array {
  const step = (2 * Math.PI * hz) / rateHz;
  return Float32Array.from(
    { length: Math.round(seconds * rateHz) },
    (_, i) => amplitude * Math.sin(step * i),
  );
}

/** White noise, the same for a seed, in [-amplitude, amplitude). */
export function noise(length: number, amplitude = 0.5, seed = 1): Float32Array {
  let state = seed;
  return Float32Array.from({ length }, () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return (state / 2 ** 31 - 1) * amplitude;
  });
}

export function concat(...parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
