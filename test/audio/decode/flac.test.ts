import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import decodeByLibrary from 'audio-decode';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FlacDecoder } from '../../../src-core/audio/decode/flac-decoder.ts';
import { FlacFrameSplitter } from '../../../src-core/audio/decode/flac-frames.ts';
import { concat } from '../support/blocks.ts';
import { flacFrame, type Coding } from '../support/flac-frame.ts';
import { copied, fixtureBytes, readPcm, fixture, temporaryFolder } from '../support/files.ts';

/** What ffmpeg puts into a frame at 22 050 Hz. */
const FRAME_SAMPLES = 2304;
const folder = temporaryFolder();
const file = fixtureBytes('arpeggio.flac');

/** Marker and STREAMINFO, and the bytes behind all metadata. */
function split(bytes: Buffer): { header: Buffer; frames: Buffer } {
  let at = 4;
  for (let last = false; !last;) {
    last = (bytes[at] & 0x80) !== 0;
    at += 4 + bytes.readUIntBE(at + 1, 3);
  }
  const header = Buffer.from(bytes.subarray(0, 42));
  header[4] = 0x80;
  return { header, frames: bytes.subarray(at) };
}

const { header, frames } = split(file);

/** The frames' bytes decoded in pieces that end at the given places. */
async function decode(bytes: Buffer, ends: readonly number[]): Promise<Float32Array> {
  const decoder = new FlacDecoder();
  const parts = Array.from(await decoder.push(header), copied);
  let start = 0;
  for (const end of [...ends, bytes.length].sort((a, b) => a - b)) {
    parts.push(...Array.from(await decoder.push(bytes.subarray(start, end)), copied));
    start = end;
  }
  parts.push(...Array.from(await decoder.finish(), copied));
  decoder.free();
  return concat(...parts.map((part) => part.channels[0]));
}

const starts = (bytes: Buffer) => {
  const splitter = new FlacFrameSplitter();
  const found = [...splitter.push(bytes), ...splitter.flush()];
  let at = 0;
  return found.map((frame) => (at += frame.bytes.length) - frame.bytes.length);
};

describe('FLAC', () => {
  const frameStarts = starts(frames);

  test('has its frames found', () => {
    expect(frameStarts).toHaveLength(Math.ceil(44_100 / FRAME_SAMPLES));
    for (const at of frameStarts) expect(frames.readUInt16BE(at) & 0xfffe).toBe(0xfff8);
  });

  test('decodes to the same wherever it is cut into pieces', async () => {
    const whole = await decode(frames, []);
    expect(whole).toHaveLength(44_100);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: frames.length }), { maxLength: 30 }),
        async (ends) => {
          expect(await decode(frames, ends)).toEqual(whole);
        },
      ),
      { numRuns: 40, seed: 11 },
    );
  });

  test('that has not been taken yet is not decoded over', async () => {
    const decoder = new FlacDecoder();
    await decoder.push(header);
    await decoder.push(frames.subarray(0, frames.length >> 1));
    await expect(async () => decoder.push(frames)).rejects.toThrow('not been taken yet');
    await expect(async () => decoder.finish()).rejects.toThrow('not been taken yet');
  });

  test('loses nothing where a piece ends within a frame’s header', async () => {
    const whole = await decode(frames, []);
    for (let offset = 1; offset < 17; offset++) {
      expect(await decode(frames, [frameStarts[3] + offset, frameStarts[4] + offset])).toEqual(whole);
    }
  });

  test('with one damaged frame loses that frame alone', async () => {
    const whole = await decode(frames, []);
    const bytes = Buffer.from(frames);
    bytes[frameStarts[2] + 500] ^= 0x10;
    const damaged = await decode(bytes, [frameStarts[2] + 100]);
    expect(damaged).toHaveLength(whole.length - FRAME_SAMPLES);
    expect(damaged.subarray(0, 2 * FRAME_SAMPLES)).toEqual(whole.subarray(0, 2 * FRAME_SAMPLES));
    expect(damaged.subarray(2 * FRAME_SAMPLES)).toEqual(whole.subarray(3 * FRAME_SAMPLES));
  });

  test('with a damaged header loses two frames at most', async () => {
    const whole = await decode(frames, []);
    const bytes = Buffer.from(frames);
    bytes[frameStarts[2] + 4] ^= 0xff;
    const damaged = await decode(bytes, []);
    expect(damaged.length).toBeGreaterThanOrEqual(whole.length - 2 * FRAME_SAMPLES);
  });

  test('every frame of which is damaged gives no sound, and ends', async () => {
    const bytes = Buffer.from(frames);
    for (const at of frameStarts) bytes[at + 50] ^= 1;
    expect(await decode(bytes, [1000, 20_000])).toHaveLength(0);
  });

  test('whose metadata do not end where they say is searched for its first frame', async () => {
    const bytes = Buffer.from(file);
    bytes.writeUIntBE(0xffffff, 43, 3); // the second block claims 16 MB
    const { channels } = await readPcm(folder.write('metadata.flac', bytes));
    expect(channels[0]).toHaveLength(44_100);
  });

  test('without STREAMINFO is damaged', async () => {
    const bytes = Buffer.from(file);
    bytes[4] = 4;
    const path = folder.write('no-info.flac', bytes);
    await expect(readPcm(path)).rejects.toMatchObject({ code: 'corrupt-audio', path });
  });

  test('of silence, an hour of which takes little, is delivered little by little all the same', async () => {
    const silence = Array.from({ length: 40_000 }, () => 0);
    const stream = Array.from({ length: 4 }, (_, n) => flacFrame([silence], 16, [{ riceParameter: 0 }], n));
    const decoder = new FlacDecoder();
    Array.from(await decoder.push(header));
    const delivered = [
      ...Array.from(await decoder.push(Buffer.concat(stream)), copied),
      ...Array.from(await decoder.finish(), copied),
    ].map(({ channels }) => channels[0].length);
    expect(Math.max(...delivered)).toBeLessThanOrEqual(65_536);
    expect(delivered.reduce((sum, length) => sum + length, 0)).toBe(160_000);
  });

  test('in Ogg is the same', async () => {
    const inOgg = await readPcm(fixture('in-ogg-flac.oga'));
    expect(inOgg.channels[0]).toHaveLength(44_100);
  });
});

/** MD5 of the samples that the encoder was given (RFC 9639, section 8.2), and their bits. */
function streamInfo(bytes: Buffer): { md5: string; sampleBits: number } {
  const sampleBits = (((bytes[20] & 1) << 4) | (bytes[21] >> 4)) + 1;
  return { md5: bytes.subarray(26, 42).toString('hex'), sampleBits };
}

/** Samples as the integers they were, interleaved, as MD5 in STREAMINFO is of them. */
function md5Of(channels: readonly Float32Array[], sampleBits: number): string {
  const bytes = sampleBits / 8;
  const integers = Buffer.alloc(channels.length * channels[0].length * bytes);
  let at = 0;
  for (let i = 0; i < channels[0].length; i++) {
    for (const samples of channels) at = integers.writeIntLE(samples[i] * 2 ** (sampleBits - 1), at, bytes);
  }
  return createHash('md5').update(integers).digest('hex');
}

const files = readdirSync(fixture('../flac')).map((name) => `../flac/${name}`);

describe('what a FLAC encoder was given comes out again', () => {
  const exact = files.filter((name) => streamInfo(fixtureBytes(name)).sampleBits <= 24);

  test.each(['arpeggio.flac', '24-bit-96000.flac', ...exact])('%s, to the bit', async (name) => {
    const { md5, sampleBits } = streamInfo(fixtureBytes(name));
    const { channels } = await readPcm(fixture(name));
    expect(md5Of(channels, sampleBits)).toBe(md5);
  });

  // Floats have 24 bits; libFLAC, by way of another library, is what 32 are held against.
  test.each(files.filter((name) => !exact.includes(name)))('%s, to what a float holds', async (name) => {
    const libFlac = await decodeByLibrary.flac();
    const { channelData } = await libFlac(fixtureBytes(name));
    libFlac.free();
    const { channels } = await readPcm(fixture(name));
    expect(channels).toHaveLength(channelData.length);
    for (const [c, samples] of channels.entries()) {
      expect(samples).toHaveLength(channelData[c].length);
      const most = samples.reduce((max, value, i) => Math.max(max, Math.abs(value - channelData[c][i])), 0);
      expect(most).toBeLessThan(1e-7);
    }
  });

  test('whatever its samples, bits, channels and codings', async () => {
    const coding = fc.oneof(
      fc.constant<Coding>('verbatim'),
      fc.record({ riceParameter: fc.option(fc.integer({ min: 0, max: 30 })) }),
    );
    const frame = fc.record({
      sampleBits: fc.constantFrom(8, 12, 16, 20, 24),
      channels: fc.integer({ min: 1, max: 8 }),
      samples: fc.integer({ min: 16, max: 80 }),
      loudness: fc.integer({ min: 0, max: 24 }),
      seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
      codings: fc.array(coding, { minLength: 1, maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(frame, async ({ sampleBits, channels, samples, loudness, seed, codings }) => {
        let state = seed;
        const range = 2 ** (Math.min(sampleBits, loudness) - 1);
        const next = () =>
          Math.floor(((state = (state * 48_271) % 2_147_483_647) / 2_147_483_647 - 0.5) * 2 * range);
        const given = Array.from({ length: channels }, () => Array.from({ length: samples }, next));
        // A Rice code's length grows with what it leaves to be counted in zeros.
        const sane = codings.map((kind) =>
          kind === 'verbatim' || kind.riceParameter === null
            ? kind
            : { riceParameter: Math.max(kind.riceParameter, loudness - 8) },
        );
        const decoder = new FlacDecoder();
        await decoder.push(header);
        const decoded = [
          ...Array.from(await decoder.push(flacFrame(given, sampleBits, sane)), copied),
          ...Array.from(await decoder.finish(), copied),
        ];
        const [{ channels: out, sampleRateHz }] = decoded;
        expect(sampleRateHz).toBe(44_100);
        expect(out.map((values) => Array.from(values, (value) => value * 2 ** (sampleBits - 1)))).toEqual(
          given,
        );
      }),
      { numRuns: 200, seed: 3 },
    );
  });
});
