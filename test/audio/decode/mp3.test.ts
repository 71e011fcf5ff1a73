import decode from 'audio-decode';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mpegInfo } from '../../../src-core/audio/container/mpeg-info.ts';
import type { Decoded } from '../../../src-core/audio/decode/decoder.ts';
import { Mp3Decoder } from '../../../src-core/audio/decode/mp3-decoder.ts';
import { concat } from '../support/blocks.ts';
import { copied, fixtureBytes } from '../support/files.ts';

const FRAME_SAMPLES = 1152;
/** Of full scale: both decoders count in 32 bits, in another order. */
const TOLERANCE = 1e-5;

/** A stream from its first frame. */
function streamOf(name: string): Uint8Array {
  const bytes = fixtureBytes(name);
  return bytes.subarray(bytes.findIndex((byte, at) => byte === 0xff && bytes[at + 1] >= 0xe0));
}

const stereo = streamOf('arpeggio.mp3');
const mono = streamOf('mono-22050.mp3');

/** Pushed in pieces that end at the given places. */
async function decodeBy(bytes: Uint8Array, ends: readonly number[] = []): Promise<Decoded[]> {
  const decoder = new Mp3Decoder();
  const decoded: Decoded[] = [];
  let start = 0;
  for (const end of [...ends, bytes.length].sort((a, b) => a - b)) {
    decoded.push(...Array.from(await decoder.push(bytes.subarray(start, end)), copied));
    start = end;
  }
  decoded.push(...Array.from(await decoder.finish(), copied));
  decoder.free();
  return decoded;
}

const left = (decoded: readonly Decoded[]) => concat(...decoded.map(({ channels }) => channels[0]));
const right = (decoded: readonly Decoded[]) => concat(...decoded.map(({ channels }) => channels.at(-1)!));

function largestDifference(a: Float32Array, b: Float32Array): number {
  return a.reduce((most, sample, i) => Math.max(most, Math.abs(sample - b[i])), 0);
}

describe('MPEG audio', () => {
  test.each(['arpeggio.mp3', 'mono-22050.mp3', 'layer-2.mp2'])(
    'of %s is what mpg123 makes of it, to the sample, and to 1e-5 of full scale',
    async (name) => {
      const bytes = streamOf(name);
      const mpg123 = await decode.mp3();
      const { channelData, sampleRate } = await mpg123(bytes);
      mpg123.free();
      const decoded = await decodeBy(bytes);
      expect(decoded[0].sampleRateHz).toBe(sampleRate);
      expect(left(decoded)).toHaveLength(channelData[0].length);
      expect(largestDifference(left(decoded), channelData[0])).toBeLessThan(TOLERANCE);
      expect(largestDifference(right(decoded), channelData.at(-1)!)).toBeLessThan(TOLERANCE);
    },
  );

  test('is the same wherever it is cut into pieces', async () => {
    const whole = left(await decodeBy(stereo));
    const place = fc.integer({ min: 2048, max: stereo.length });
    await fc.assert(
      fc.asyncProperty(fc.array(place, { maxLength: 20 }), async (ends) => {
        expect(Buffer.compare(bytesOf(left(await decodeBy(stereo, ends))), bytesOf(whole))).toBe(0);
      }),
      { numRuns: 20 },
    );
  });

  test('that has not been taken yet is not decoded over', async () => {
    const decoder = new Mp3Decoder();
    await decoder.push(stereo.subarray(0, stereo.length >> 1));
    await expect(async () => decoder.push(stereo)).rejects.toThrow('not been taken yet');
    await expect(async () => decoder.finish()).rejects.toThrow('not been taken yet');
  });

  test('begins and ends with the music, without what the encoder added', async () => {
    const { music } = mpegInfo(stereo)!;
    expect(music).toMatchObject({ start: expect.any(Number) as number, end: expect.any(Number) as number });
    expect(music!.end - music!.start).toBe(88_200);
    expect(left(await decodeBy(stereo))).toHaveLength(88_200);
  });

  test('that goes on behind the length that its first frame tells goes on', async () => {
    const twice = left(await decodeBy(Buffer.concat([stereo, stereo])));
    // The second time nothing is known of what was added.
    expect(twice.length).toBeGreaterThan(2 * 88_200);
    expect(twice.length).toBeLessThan(2 * 88_200 + 4 * FRAME_SAMPLES);
  });

  test('may change its rate and channels on the way', async () => {
    const decoded = await decodeBy(Buffer.concat([stereo, mono]));
    const kinds = decoded.map(({ channels, sampleRateHz }) => `${channels.length} at ${sampleRateHz}`);
    expect(new Set(kinds)).toEqual(new Set(['2 at 44100', '1 at 22050']));
    const seconds = decoded.reduce((sum, part) => sum + part.channels[0].length / part.sampleRateHz, 0);
    expect(seconds).toBeGreaterThan(3.9);
  });

  test('with noise in its midst loses what the noise took, and no more', async () => {
    const noise = Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919) % 251);
    const middle = stereo.length >> 1;
    const damaged = Buffer.concat([stereo.subarray(0, middle), noise, stereo.subarray(middle)]);
    const samples = left(await decodeBy(damaged)).length;
    expect(samples).toBeGreaterThan(88_200 - 4 * FRAME_SAMPLES);
    expect(samples).toBeLessThan(88_200 + 4 * FRAME_SAMPLES);
  });

  test('of random bytes is hardly anything, and comes to an end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 0, maxLength: 100_000, size: 'max' }), async (bytes) => {
        const decoded = await decodeBy(bytes);
        for (const { channels } of decoded) expect(channels[0].length).toBeGreaterThan(0);
      }),
      { numRuns: 50 },
    );
  });
});

function bytesOf(samples: Float32Array): Uint8Array {
  return new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
}
