import decode from 'audio-decode';
import type { Decoded, Decoder } from './decoder.ts';
import { quietly } from './quiet-console.ts';

/** Names that the decoding library has for the codecs and containers used here. */
export type LibraryCodec = 'aac' | 'flac' | 'oga' | 'opus' | 'm4a' | 'wav' | 'aiff' | 'wma';

/** What it delivers has memory of its own. */
export interface LibraryDecoder extends Decoder {
  push(bytes: Uint8Array): Promise<readonly Decoded[]>;
  finish(): Promise<readonly Decoded[]>;
}

/** A decoder of the `audio-decode` library. Its errors are plain ones; what they mean is for the caller to say. */
export async function openLibraryDecoder(codec: LibraryCodec): Promise<LibraryDecoder> {
  const decoder = await quietly(() => decode[codec]());
  const run = async (bytes?: Uint8Array): Promise<Decoded[]> => {
    const { channelData, sampleRate } = await quietly(() => decoder(bytes));
    const frames = Math.min(...channelData.map((channel) => channel.length));
    if (channelData.length === 0 || frames === 0) return [];
    return [{ channels: channelData.map((c) => c.subarray(0, frames)), sampleRateHz: sampleRate }];
  };
  return { push: run, finish: () => run(), free: () => quietly(() => decoder.free()) };
}
