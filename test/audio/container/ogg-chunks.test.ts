import { expect, test } from 'vitest';
import { AudioFile } from '../../../src-core/audio/container/audio-file.ts';
import { oggChunks } from '../../../src-core/audio/container/ogg-chunks.ts';
import { Pace } from '../../../src-core/audio/container/pace.ts';
import { fixture, fixtureBytes, readPcm, temporaryFolder } from '../support/files.ts';

const folder = temporaryFolder();

function pageLength(bytes: Buffer, at: number): number {
  const segments = bytes.subarray(at + 27, at + 27 + bytes[at + 26]);
  return 27 + segments.length + segments.reduce((sum, length) => sum + length, 0);
}

/** The packet on as many pages as it takes, numbered from 1; checksums are left out, which decoders overlook. */
function pages(packet: Buffer, model: Buffer): Buffer[] {
  const made: Buffer[] = [];
  for (let at = 0; at <= packet.length;) {
    const body = packet.subarray(at, at + 255 * 255);
    const lacing = Buffer.alloc(Math.min(255, Math.floor(body.length / 255) + 1), 255);
    if (lacing.length * 255 !== body.length) lacing[lacing.length - 1] = body.length % 255;
    const header = Buffer.from(model.subarray(0, 27));
    header[5] = at === 0 ? 0 : 1;
    header.writeUInt32LE(made.length + 1, 18);
    header[26] = lacing.length;
    made.push(header, lacing, body);
    at += body.length === 255 * 255 ? body.length : Infinity;
  }
  return made;
}

/** `arpeggio.opus` with so many bytes of comment. */
function withComment(size: number): Buffer {
  const bytes = fixtureBytes('arpeggio.opus');
  const second = pageLength(bytes, 0);
  const third = second + pageLength(bytes, second);
  const packet = Buffer.alloc(size, 0x41);
  packet.write('OpusTags\0\0\0\0\x01\0\0\0', 'latin1');
  packet.writeUInt32LE(size - 20, 16);
  return Buffer.concat([
    bytes.subarray(0, second),
    ...pages(packet, bytes.subarray(second)),
    bytes.subarray(third),
  ]);
}

async function bytesRead(path: string): Promise<number> {
  const file = await AudioFile.open(path);
  let read = 0;
  for await (const chunk of oggChunks(file, { start: 0, end: file.size }, new Pace())) read += chunk.length;
  await file.close();
  return read;
}

test.each([100, 70_000, 255 * 255, 255 * 255 * 3, 5_000_000])(
  'a comment of %i bytes changes nothing, and its middle is not read',
  async (size) => {
    const path = folder.write(`${size}.opus`, withComment(size));
    const [actual, expected] = [await readPcm(path), await readPcm(fixture('arpeggio.opus'))];
    // Behind a comment of several pages the library leaves a few milliseconds of the encoder's padding on.
    const surplus = actual.channels[0].length - 96_000;
    expect(surplus).toBeGreaterThanOrEqual(0);
    expect(surplus).toBeLessThan(960);
    expect(actual.channels.map((channel) => channel.subarray(0, 96_000))).toEqual(expected.channels);
    expect(await bytesRead(path)).toBeLessThan(200_000);
  },
);

test('files with small comments are passed on byte for byte', async () => {
  for (const name of ['arpeggio.ogg', 'arpeggio.opus', 'in-ogg-flac.oga']) {
    expect(await bytesRead(fixture(name))).toBe(fixtureBytes(name).length);
  }
});

test('a comment that never ends is not followed for ever', async () => {
  const bytes = withComment(5_000_000).subarray(0, 3_000_000);
  await expect(readPcm(folder.write('endless.opus', bytes))).rejects.toMatchObject({ code: 'corrupt-audio' });
});
