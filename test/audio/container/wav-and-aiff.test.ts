import { describe, expect, test } from 'vitest';
import { referenceSignal } from '../../fixtures/audio/reference-signal.ts';
import { fixture, fixtureBytes, readPcm, temporaryFolder } from '../support/files.ts';

const folder = temporaryFolder();

interface Chunk {
  readonly kind: string;
  readonly body: Buffer;
  /** What the header claims, where that is not the length. */
  readonly claim?: number;
}

/** A RIFF or IFF file of these chunks. */
function container(form: 'RIFF' | 'FORM', type: string, chunks: readonly Chunk[]): Buffer {
  const number = (value: number) => {
    const bytes = Buffer.alloc(4);
    if (form === 'RIFF') bytes.writeUInt32LE(value);
    else bytes.writeUInt32BE(value);
    return bytes;
  };
  const body = chunks.flatMap(({ kind, body: content, claim }) => [
    Buffer.from(kind, 'latin1'),
    number(claim ?? content.length),
    content,
    Buffer.alloc(content.length % 2),
  ]);
  const rest = Buffer.concat([Buffer.from(type), ...body]);
  return Buffer.concat([Buffer.from(form), number(rest.length), rest]);
}

function fmt(tag: number, channels: number, rateHz: number, blockBytes: number, bits: number): Chunk {
  const body = Buffer.alloc(16);
  [tag, channels].forEach((value, i) => body.writeUInt16LE(value, i * 2));
  body.writeUInt32LE(rateHz, 4);
  body.writeUInt32LE((rateHz * blockBytes) % 2 ** 32, 8);
  [blockBytes, bits].forEach((value, i) => body.writeUInt16LE(value, 12 + i * 2));
  return { kind: 'fmt ', body };
}

/** A second of 16-bit samples -32768, 0, 16384 in turn. */
const VALUES = [-32_768, 0, 16_384];
const data: Chunk = {
  kind: 'data',
  body: Buffer.from(Int16Array.from({ length: 8000 }, (_, i) => VALUES[i % 3]).buffer),
};
const plain = fmt(1, 1, 8000, 2, 16);

async function samplesOf(name: string, bytes: Buffer): Promise<Float32Array> {
  return (await readPcm(folder.write(name, bytes))).channels[0];
}

function expectSamples(samples: Float32Array, length = 8000): void {
  expect(samples).toHaveLength(length);
  expect(samples[0]).toBe(-1);
  expect(samples[1]).toBe(0);
  expect(samples[2]).toBeCloseTo(0.5, 4);
}

describe('WAVE', () => {
  const list: Chunk = { kind: 'LIST', body: Buffer.alloc(70_001, 0x41) };

  test.each([
    ['nothing else', [plain, data]],
    ['chunks before, between and behind, of odd lengths', [list, plain, list, data, list]],
    ['a size of zero, as written while recording', [plain, { ...data, claim: 0 }]],
    ['the largest size, as written to a pipe', [plain, { ...data, claim: 0xffffffff }]],
    ['a size beyond the end', [plain, { ...data, claim: 50_000 }]],
    ['a wrong block size', [fmt(1, 1, 8000, 0, 16), data]],
    ['a wrong number of bits', [fmt(1, 1, 8000, 2, 12), data]],
  ] as const)('with %s is read', async (name, chunks) => {
    expectSamples(await samplesOf(`${name}.wav`, container('RIFF', 'WAVE', chunks)));
  });

  test('with chunks behind the sound does not play them', async () => {
    const loud: Chunk = { kind: 'junk', body: Buffer.alloc(9000, 0x7f) };
    const samples = await samplesOf('behind.wav', container('RIFF', 'WAVE', [plain, data, loud]));
    expectSamples(samples);
  });

  test('of 20 bits in 24 is read as 24', async () => {
    const body = Buffer.alloc(24_000);
    for (let i = 0; i < 8000; i++) body.writeIntLE(-(2 ** 22), i * 3, 3);
    const samples = await samplesOf(
      '20.wav',
      container('RIFF', 'WAVE', [fmt(1, 1, 8000, 3, 20), { kind: 'data', body }]),
    );
    expect(samples).toHaveLength(8000);
    expect(samples[100]).toBeCloseTo(-0.5, 5);
  });

  test.each([
    ['corrupt-audio', 'no sound', [plain]],
    ['corrupt-audio', 'no format', [data]],
    ['corrupt-audio', 'a format cut short', [{ kind: 'fmt ', body: Buffer.alloc(8) }, data]],
    ['corrupt-audio', 'no channels', [fmt(1, 0, 8000, 2, 16), data]],
    ['corrupt-audio', '65 535 channels', [fmt(1, 65_535, 8000, 2, 16), data]],
    ['unsupported-format', 'MP3 inside', [fmt(0x55, 2, 44_100, 1, 0), data]],
    ['unsupported-format', 'ADPCM inside', [fmt(0x11, 1, 8000, 256, 4), data]],
    ['unsupported-format', '48-bit samples', [fmt(1, 1, 8000, 6, 48), data]],
    ['unsupported-format', 'a rate of zero', [fmt(1, 1, 0, 2, 16), data]],
    ['unsupported-format', 'a rate of 4 GHz', [fmt(1, 1, 4_000_000_000, 2, 16), data]],
  ] as const)('is %s with %s', async (code, name, chunks) => {
    const path = folder.write(`${name}.wav`, container('RIFF', 'WAVE', chunks));
    await expect(readPcm(path)).rejects.toMatchObject({ code, path });
  });

  test('of any width holds the same signal', async () => {
    const [left] = referenceSignal(8000);
    for (const name of ['u8.wav', 's16.wav', 's24.wav', 's32.wav', 'f32.wav', 'alaw.wav']) {
      const { channels } = await readPcm(fixture(name));
      const worst = channels[0].reduce((most, value, i) => Math.max(most, Math.abs(value - left[i])), 0);
      expect(worst).toBeLessThan(0.02);
    }
  });
});

describe('AIFF', () => {
  const swapped = Buffer.from(data.body).swap16();
  const sound: Chunk = { kind: 'SSND', body: Buffer.concat([Buffer.alloc(8), swapped]) };
  const offset = Buffer.alloc(8);
  offset.writeUInt32BE(3);
  const late: Chunk = { kind: 'SSND', body: Buffer.concat([offset, Buffer.alloc(3), swapped]) };
  const note: Chunk = { kind: 'ANNO', body: Buffer.alloc(30_001, 0x42) };
  const tag: Chunk = { kind: 'ID3 ', body: Buffer.alloc(9000, 0x7f) };

  function common(frames: number, coding = '', channels = 1, bits = 16): Chunk {
    const body = Buffer.alloc(18);
    body.writeUInt16BE(channels);
    body.writeUInt32BE(frames, 2);
    body.writeUInt16BE(bits, 6);
    body.set([0x40, 0x0b, 0xfa, 0], 8); // 8000 as an 80-bit float
    return { kind: 'COMM', body: Buffer.concat([body, Buffer.from(coding), Buffer.alloc(coding ? 2 : 0)]) };
  }

  test.each([
    ['nothing else', 'AIFF', [common(8000), sound]],
    ['the sound before its description', 'AIFF', [sound, common(8000)]],
    ['chunks before and behind', 'AIFF', [note, common(8000), note, sound, tag]],
    ['sound that starts later in its chunk', 'AIFF', [common(8000), late]],
    ['no count of frames', 'AIFF', [common(0), sound]],
    ['"NONE" for its coding', 'AIFC', [common(8000, 'NONE'), sound]],
    [
      'little-endian samples',
      'AIFC',
      [common(8000, 'sowt'), { kind: 'SSND', body: Buffer.concat([Buffer.alloc(8), data.body]) }],
    ],
  ] as const)('with %s is read', async (name, type, chunks) => {
    expectSamples(await samplesOf(`${name}.aiff`, container('FORM', type, chunks)));
  });

  test('ends after as many frames as it says', async () => {
    const bytes = container('FORM', 'AIFF', [common(5000), sound]);
    expectSamples(await samplesOf('frames.aiff', bytes), 5000);
  });

  test.each([
    ['corrupt-audio', 'no sound', 'AIFF', [common(8000)]],
    ['corrupt-audio', 'no description', 'AIFF', [sound]],
    ['corrupt-audio', 'no channels', 'AIFF', [common(8000, '', 0), sound]],
    ['corrupt-audio', '65 535 channels', 'AIFF', [common(8000, '', 65_535), sound]],
    ['corrupt-audio', '1 000 bits', 'AIFF', [common(8000, '', 1, 1000), sound]],
    ['unsupported-format', 'a coding that nobody knows', 'AIFC', [common(8000, 'QDM2'), sound]],
  ] as const)('is %s with %s', async (code, name, type, chunks) => {
    const path = folder.write(`${name}.aiff`, container('FORM', type, chunks));
    await expect(readPcm(path)).rejects.toMatchObject({ code, path });
  });
});

test('a header that lies about one format is not read as another', async () => {
  const bytes = Buffer.from(fixtureBytes('s16.wav'));
  bytes.write('AVI ', 8, 'latin1');
  const path = folder.write('film.wav', bytes);
  await expect(readPcm(path)).rejects.toMatchObject({ code: 'unsupported-format' });
});
