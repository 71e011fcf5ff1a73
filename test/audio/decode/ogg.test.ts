import { describe, expect, test } from 'vitest';
import { analyseFile } from '../../../src-core/audio/analyse-file.ts';
import { OggDecoder } from '../../../src-core/audio/decode/ogg-decoder.ts';
import { openPcm } from '../../../src-core/audio/open-pcm.ts';
import { concat } from '../support/blocks.ts';
import { fixtureBytes, temporaryFolder } from '../support/files.ts';

const folder = temporaryFolder();

async function decode(bytes: Buffer, piece: number): Promise<Float32Array> {
  const decoder = new OggDecoder('opus');
  const parts = [];
  for (let at = 0; at < bytes.length; at += piece)
    parts.push(...(await decoder.push(bytes.subarray(at, at + piece))));
  parts.push(...(await decoder.finish()));
  decoder.free();
  return concat(...parts.map((part) => part.channels[0]));
}

describe('chained Ogg', () => {
  test('plays each stream with its own channels', async () => {
    const path = folder.write(
      'chain.opus',
      Buffer.concat(['arpeggio.opus', 'mono.opus', 'arpeggio.opus'].map(fixtureBytes)),
    );
    const channels: number[] = [];
    let frames = 0;
    for await (const block of openPcm(path)) {
      if (block.channels.length !== channels.at(-1)) channels.push(block.channels.length);
      frames += block.channels[0].length;
    }
    expect(channels).toEqual([2, 1, 2]);
    expect(frames).toBe(3 * 96_000);
  });

  test('of two sets of code books decodes by both', async () => {
    const path = folder.write('chain.ogg', Buffer.concat(['arpeggio.ogg', 'arpeggio.ogg'].map(fixtureBytes)));
    const { durationSeconds, samplePeak } = await analyseFile(path, () => undefined);
    expect(durationSeconds).toBe(4);
    expect(samplePeak).toBeLessThan(0.5);
  });

  test('that ends in a stream of another codec keeps what came before', async () => {
    const path = folder.write(
      'mixed.ogg',
      Buffer.concat(['arpeggio.ogg', 'arpeggio.opus'].map(fixtureBytes)),
    );
    expect((await analyseFile(path, () => undefined)).durationSeconds).toBe(2);
  });

  test('is the same in pieces of any size', async () => {
    const bytes = Buffer.concat([fixtureBytes('arpeggio.opus'), fixtureBytes('mono.opus')]);
    const whole = await decode(bytes, bytes.length);
    expect(whole).toHaveLength(2 * 96_000);
    for (const piece of [997, 4096, 20_011]) expect(await decode(bytes, piece)).toEqual(whole);
  });
});
