import { describe, expect, test } from 'vitest';
import { analyseFile } from '../../../src-core/audio/analyse-file.ts';
import { fixture, fixtureBytes, readPcm, temporaryFolder } from '../support/files.ts';

const folder = temporaryFolder();

const analysis = async (path: string) => {
  const clips: Float32Array[] = [];
  const summary = await analyseFile(path, (mel) => void clips.push(mel.slice()));
  return { summary, clips };
};

/** The same file with the bytes of `name`'s box body changed in place. */
function withBox(file: string, box: string, change: (body: Buffer) => void): string {
  const bytes = Buffer.from(fixtureBytes(file));
  const at = bytes.indexOf(box);
  change(bytes.subarray(at + 4));
  return folder.write(`${box}-${file}`, bytes);
}

describe('MP4', () => {
  test('is the same with its index in front and behind', async () => {
    const first = await analysis(fixture('index-first.m4a'));
    expect(await analysis(fixture('index-last.m4a'))).toEqual(first);
  });

  test('in fragments gives the same music, but for the encoder’s delay', async () => {
    const [whole, fragments] = await Promise.all(
      ['index-first.m4a', 'fragmented.m4a'].map((name) => analysis(fixture(name))),
    );
    expect(fragments.clips).toHaveLength(whole.clips.length);
    expect(fragments.summary.loudnessLufs).toBeCloseTo(whole.summary.loudnessLufs!, 1);
  });

  test.each(['stsz', 'stco', 'stsc', 'stts'])(
    'whose %s claims 4 000 000 000 entries is damaged',
    async (table) => {
      const path = withBox('index-first.m4a', table, (body) => {
        body.writeUInt32BE(4_000_000_000, table === 'stsz' ? 8 : 4);
      });
      await expect(readPcm(path)).rejects.toMatchObject({ code: 'corrupt-audio', path });
    },
  );

  test('whose frames all claim one size, four thousand million of them, is damaged', async () => {
    const path = withBox('index-first.m4a', 'stsz', (body) => {
      body.writeUInt32BE(1, 4);
      body.writeUInt32BE(4_000_000_000, 8);
    });
    await expect(readPcm(path)).rejects.toMatchObject({ code: 'corrupt-audio' });
  });

  test('whose fragment claims 4 000 000 000 samples is damaged', async () => {
    const path = withBox('fragmented.m4a', 'trun', (body) => body.writeUInt32BE(4_000_000_000, 4));
    await expect(readPcm(path)).rejects.toMatchObject({ code: 'corrupt-audio' });
  });

  test('with one frame of a gigabyte plays the others', async () => {
    const path = withBox('index-first.m4a', 'stsz', (body) => body.writeUInt32BE(1 << 30, 12 + 40 * 4));
    const { channels } = await readPcm(path);
    expect(channels[0].length).toBeGreaterThan(30_000);
  });

  test('with a coding that is not decoded says which', async () => {
    const bytes = Buffer.from(fixtureBytes('index-first.m4a'));
    bytes.write('enca', bytes.indexOf('mp4a'), 'latin1');
    const path = folder.write('protected.m4a', bytes);
    await expect(readPcm(path)).rejects.toMatchObject({
      code: 'unsupported-format',
      message: expect.stringContaining('enca') as string,
    });
  });

  test('whose boxes go round in circles ends', async () => {
    const bytes = Buffer.concat([
      fixtureBytes('index-first.m4a').subarray(0, 28),
      ...Array.from({ length: 3000 }, () => Buffer.from('\0\0\0\x08free', 'latin1')),
    ]);
    await expect(readPcm(folder.write('free.m4a', bytes))).rejects.toMatchObject({ code: 'corrupt-audio' });
  });
});

describe('Windows Media', () => {
  const FILE_PROPERTIES = Buffer.from('a1dcab8c47a9cf118ee400c00c205365', 'hex');
  const STREAM_PROPERTIES = Buffer.from('9107dcb7b7a9cf118ee600c00c205365', 'hex');
  const ENCRYPTION = Buffer.from('fbb3112223bdd211b4b700a0c955fc6e', 'hex');

  /** An object of the header. */
  function object(guid: Buffer, bytes: number): Buffer {
    const made = Buffer.alloc(24 + bytes);
    guid.copy(made);
    made.writeBigUInt64LE(BigInt(made.length), 16);
    return made;
  }

  /** The file with one more object at the end of its header. */
  function withObject(extra: Buffer): Buffer {
    const bytes = Buffer.from(fixtureBytes('arpeggio.wma'));
    const size = Number(bytes.readBigUInt64LE(16));
    bytes.writeBigUInt64LE(BigInt(size + extra.length), 16);
    bytes.writeUInt32LE(bytes.readUInt32LE(24) + 1, 24);
    return Buffer.concat([bytes.subarray(0, size), extra, bytes.subarray(size)]);
  }

  test('with a picture of three megabytes in its header is the same', async () => {
    const path = folder.write('picture.wma', withObject(object(Buffer.alloc(16, 0x99), 3_000_000)));
    expect(await analysis(path)).toEqual(await analysis(fixture('arpeggio.wma')));
  });

  test('with an index behind its packets does not play it', async () => {
    const index = object(Buffer.from('90080033b1e5cf1189f400a0c90349cb', 'hex'), 20_000);
    const path = folder.write('index.wma', Buffer.concat([fixtureBytes('arpeggio.wma'), index]));
    expect(await analysis(path)).toEqual(await analysis(fixture('arpeggio.wma')));
  });

  test('that is encrypted, or holds a film, is not decoded', async () => {
    for (const extra of [object(ENCRYPTION, 50), object(STREAM_PROPERTIES, 80)]) {
      const path = folder.write('other.wma', withObject(extra));
      await expect(readPcm(path)).rejects.toMatchObject({ code: 'unsupported-format' });
    }
  });

  test.each([
    ['blocks of no bytes', STREAM_PROPERTIES, 24 + 66, 2],
    ['packets of no bytes', FILE_PROPERTIES, 24 + 72, 4],
  ])('with %s does not loop', async (_name, guid, at, bytes) => {
    const damaged = Buffer.from(fixtureBytes('arpeggio.wma'));
    damaged.fill(0, damaged.indexOf(guid) + at, damaged.indexOf(guid) + at + bytes);
    await expect(readPcm(folder.write('zero.wma', damaged))).rejects.toMatchObject({ code: 'corrupt-audio' });
  });
});
