import { describe, expect, test } from 'vitest';
import { analyseFile } from '../../../src-core/audio/analyse-file.ts';
import { AudioFile } from '../../../src-core/audio/container/audio-file.ts';
import { detectFormat } from '../../../src-core/audio/container/detect-format.ts';
import { fixture, fixtureBytes, temporaryFolder } from '../support/files.ts';

const folder = temporaryFolder();

/** An ID3v2.4 tag of so many bytes behind its header, all of them 0xFF: false syncs as far as the eye reaches. */
function id3(size: number, fill = 0xff): Buffer {
  const header = Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1');
  [21, 14, 7, 0].forEach((shift, i) => (header[6 + i] = (size >> shift) & 0x7f));
  return Buffer.concat([header, Buffer.alloc(size, fill)]);
}

function ape(size: number): Buffer {
  const footer = Buffer.alloc(32);
  footer.write('APETAGEX');
  footer.writeUInt32LE(2000, 8);
  footer.writeUInt32LE(size + 32, 12);
  return Buffer.concat([Buffer.alloc(size, 0xfb), footer]);
}

const id3v1 = Buffer.concat([Buffer.from('TAG'), Buffer.alloc(125, 0xfb)]);

const analysis = (path: string) => {
  const clips: Float32Array[] = [];
  return analyseFile(path, (mel) => void clips.push(mel.slice())).then((summary) => ({ summary, clips }));
};

async function detect(path: string) {
  const file = await AudioFile.open(path);
  try {
    return await detectFormat(file);
  } finally {
    await file.close();
  }
}

describe('tags', () => {
  test.each([
    'arpeggio.mp3',
    'arpeggio.flac',
    'index-last.m4a',
    'index-first.m4a',
    's16.wav',
    's16.aiff',
    'arpeggio.ogg',
    'arpeggio.aac',
    'arpeggio.wma',
  ])('around %s change nothing', async (name) => {
    const bytes = fixtureBytes(name);
    const tagged = folder.write(name, Buffer.concat([id3(3000), id3(10), bytes, ape(500), id3v1]));
    expect(await analysis(tagged)).toEqual(await analysis(fixture(name)));
  });

  test('of a hundred megabytes are stepped over', async () => {
    const path = folder.write(
      'cover.mp3',
      Buffer.concat([id3(100_000_000, 0), fixtureBytes('arpeggio.mp3')]),
    );
    expect((await analysis(path)).summary.durationSeconds).toBe(2);
  });

  test('longer than the file leave no sound', async () => {
    const path = folder.write('only-tag.mp3', id3(3000).subarray(0, 2000));
    await expect(analysis(path)).rejects.toMatchObject({ code: 'not-audio' });
  });

  test('without end are given up', async () => {
    const path = folder.write('tags.mp3', Buffer.concat(Array.from({ length: 5000 }, () => id3(0))));
    await expect(analysis(path)).rejects.toMatchObject({ code: 'not-audio' });
  });
});

describe('MPEG audio', () => {
  test('is found behind what a careless splitter left in front', async () => {
    const bytes = fixtureBytes('arpeggio.mp3');
    const junk = Buffer.alloc(5000, 0);
    junk.set([0xff, 0xfb, 0x90, 0x64], 1000); // a header that nothing follows
    const path = folder.write('junk.mp3', Buffer.concat([junk, bytes.subarray(bytes.indexOf(0xff))]));
    expect(await detect(path)).toMatchObject({ format: 'mp3', start: 5000 });
  });

  test('and AAC are told apart', async () => {
    expect((await detect(fixture('arpeggio.aac'))).format).toBe('aac');
    expect((await detect(fixture('layer-2.mp2'))).format).toBe('mp3');
  });

  test('is not seen in noise', async () => {
    let state = 7;
    const noise = Buffer.from(
      Array.from({ length: 300_000 }, () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 24),
    );
    await expect(detect(folder.write('noise.mp3', noise))).rejects.toMatchObject({ code: 'not-audio' });
  });
});
