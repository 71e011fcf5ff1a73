import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTags } from '../../src-core/library/read-tags.ts';
import { makeFolder } from '../support/make-folder.ts';
import { put, wav } from './files.ts';
import { id3, PNG } from './tagged-files.ts';

const FIXTURES = new URL('../fixtures/audio/', import.meta.url);

test('tags and cover, cleaned; the cover by its bytes, whatever its tag says it is', async () => {
  const frames = {
    TIT2: ' Caf\u00e9\n del Mar\u0000',
    TPE1: 'Energy 52',
    TPE2: 'Various',
    TALB: 'Trance \ud83c\udfb5',
    TRCK: '3/12',
    TPOS: '2/2',
    TYER: '1993',
    TCON: 'Trance',
  };
  const path = put(makeFolder(), 'x.mp3', id3(frames, { mimeType: 'image/jpeg', bytes: PNG }));
  const { tags, art } = await readTags(path);
  expect(tags).toMatchObject({
    title: 'Café del Mar',
    artist: 'Energy 52',
    albumArtist: 'Various',
    album: 'Trance 🎵',
    trackNo: 3,
    discNo: 2,
    year: 1993,
    genre: 'Trance',
  });
  expect(art).toMatchObject({
    mimeType: 'image/png',
    sha256: createHash('sha256').update(PNG).digest('hex'),
  });
  expect(Buffer.from(art!.bytes).equals(PNG)).toBe(true);
});

test('what is no image is no cover', async () => {
  const path = put(
    makeFolder(),
    'x.mp3',
    id3({ TIT2: 'x' }, { mimeType: 'image/png', bytes: Buffer.from('<svg/>') }),
  );
  expect((await readTags(path)).art).toBeNull();
});

test('without tags the title is the file name', async () => {
  const folder = makeFolder();
  const titleOf = async (name: string): Promise<string> =>
    (await readTags(put(folder, name, wav(1)))).tags.title;
  expect(await titleOf('01 - Song.part 2.wav')).toBe('01 - Song.part 2');
  expect(await titleOf('two\nlines.wav')).toBe('two lines');
  expect(await titleOf('\u0001.wav')).toBe('?');
});

test.each(['arpeggio.mp3', 'arpeggio.flac', 'arpeggio.ogg', 'arpeggio.opus', 'index-last.m4a', 'alac.m4a'])(
  'reads the header of %s',
  async (name) => {
    const { tags } = await readTags(new URL(name, FIXTURES).pathname);
    expect(tags.sampleRateHz).toBeGreaterThan(8000);
    expect(tags.channels).toBeGreaterThanOrEqual(1);
  },
);

test('never fails, however a file is damaged or named', async () => {
  const folder = makeFolder();
  const sources: Buffer[] = [
    'arpeggio.mp3',
    'arpeggio.flac',
    'arpeggio.ogg',
    'index-last.m4a',
    'arpeggio.wma',
    's16.aiff',
  ].map((name) => readFileSync(new URL(name, FIXTURES)));
  sources.push(id3({ TIT2: 'title', TRCK: '1/2' }, { mimeType: 'image/png', bytes: PNG }));
  const damage = fc.record({
    source: fc.constantFrom(...sources),
    extension: fc.constantFrom('mp3', 'flac', 'ogg', 'opus', 'm4a', 'aac', 'wav', 'aiff', 'wma'),
    keep: fc.double({ min: 0, max: 1, noNaN: true }),
    flips: fc.array(fc.tuple(fc.nat(4000), fc.nat(255)), { maxLength: 20 }),
  });
  await fc.assert(
    fc.asyncProperty(damage, async ({ source, extension, keep, flips }) => {
      const bytes = Buffer.from(source.subarray(0, Math.ceil(source.length * keep)));
      for (const [at, value] of flips) if (at < bytes.length) bytes[at] ^= value;
      const { tags } = await readTags(put(folder, `damaged.${extension}`, bytes));
      expect(tags.title).not.toBe('');
    }),
    { numRuns: 150, seed: 7 },
  );
  const fromNothing = await readTags('/nowhere/to be found.mp3');
  expect(fromNothing).toMatchObject({ tags: { title: 'to be found', artist: null }, art: null });
});
