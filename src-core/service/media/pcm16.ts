import type { PcmBlock } from '../../audio/open-pcm.ts';

/** A block as 16-bit samples, channels taking turns. A block with fewer channels than wanted repeats its first one. */
export function toPcm16({ channels }: PcmBlock, wantedChannels: number): Uint8Array {
  const frames = channels[0].length;
  const samples = new Int16Array(frames * wantedChannels);
  for (let channel = 0; channel < wantedChannels; channel++) {
    const from = channels[channel < channels.length ? channel : 0];
    for (let frame = 0, at = channel; frame < frames; frame++, at += wantedChannels) {
      samples[at] = Math.max(-32_768, Math.min(32_767, Math.round(from[frame] * 32_767)));
    }
  }
  return new Uint8Array(samples.buffer);
}
