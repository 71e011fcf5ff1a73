import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { PIECES } from '../../../resources/demo/compose/pieces/index.ts';
import { analyseFile } from '../../../src-core/audio/analyse-file.ts';
import { circleDistance } from '../../../src-core/audio/music/key-distance.ts';

const DEMO = new URL('../../../resources/demo/', import.meta.url);
const { pieces } = JSON.parse(readFileSync(new URL('pieces.json', DEMO), 'utf8')) as {
  pieces: { file: string; title: string; key: string }[];
};

async function soundOf(title: string) {
  const { file } = pieces.find((piece) => piece.title === title)!;
  const { sound } = await analyseFile(fileURLToPath(new URL(file, DEMO)), () => undefined);
  return sound;
}

const NOTES: Readonly<Record<string, number>> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 };

/** "C sharp minor" as the numbers of a key. */
function parseKey(name: string): { tonic: number; isMinor: boolean } {
  const [note, ...words] = name.split(' ');
  const shift = words[0] === 'sharp' ? 1 : words[0] === 'flat' ? -1 : 0;
  return { tonic: (NOTES[note] + shift + 12) % 12, isMinor: words.includes('minor') };
}

test.each(['Red Signal, No Witness', 'Window Seat, Light Rain', "Eleven O'Clock on the Green"])(
  '"%s" is heard in the tempo that it was written in, and in its key or one beside it',
  async (title) => {
    const { tempo, openingBeat, key } = await soundOf(title);
    const written = PIECES.find((piece) => piece.title === title)!;
    const { bpm } = written.tempo[0];
    expect(Math.abs(tempo!.beatsPerMinute / bpm - 1)).toBeLessThan(0.015);
    expect(tempo!.confidence).toBeGreaterThan(0.4);
    expect(Math.abs(openingBeat!.beatsPerMinute / bpm - 1)).toBeLessThan(0.01);
    expect(circleDistance(key!, parseKey(written.key))).toBeLessThanOrEqual(2);
  },
);

test('a nocturne in free time has a key and no tempo to rely on', async () => {
  const { tempo, key } = await soundOf('Nocturne for an Empty Stairwell');
  expect(tempo?.confidence ?? 0).toBeLessThan(0.2);
  expect(key).toMatchObject(parseKey('C sharp minor'));
});
