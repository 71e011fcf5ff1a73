import { describe, expect, test } from 'vitest';
import { wasmEngine } from '../../../src-core/emotion/engines/wasm-engine.ts';
import { createSongReader } from '../../../src-core/emotion/song/song-reader.ts';
import { TestRandom, largestDifference } from '../random.ts';
import { BACKWARD_NETWORK, FORWARD_NETWORK } from '../song-models.ts';

const forward = wasmEngine.song(FORWARD_NETWORK);
const backward = wasmEngine.song(BACKWARD_NETWORK);
const { inputs } = FORWARD_NETWORK;

function rows(clips: number, seed = 1): Float32Array {
  return new TestRandom(seed).floats(clips * inputs, 2);
}

/** Answers of a song that arrives in pieces of some size. */
function read(song: Float32Array, piece: number): Float32Array {
  const reader = createSongReader({ forward, backward });
  const answers: Float32Array[] = [];
  const clips = song.length / inputs;
  for (let first = 0; first < clips; first += piece) {
    const count = Math.min(piece, clips - first);
    answers.push(reader.push(song.subarray(first * inputs, (first + count) * inputs), count));
  }
  answers.push(reader.finish());
  return Float32Array.from(answers.flatMap((answer) => [...answer]));
}

describe('reading a song in both directions', () => {
  test.each([1, 2, 60, 99, 100, 101, 160, 480, 519, 520, 521, 1100])(
    'answers for each of %i clips once',
    (clips) => {
      expect(read(rows(clips), 64)).toHaveLength(4 * clips);
    },
  );

  test('a song of one window is what both networks say of the whole of it', () => {
    const song = rows(80);
    const early = forward.run(song, 1, 80);
    const turned = Float32Array.from({ length: song.length }, (_, i) => {
      const clip = Math.floor(i / inputs);
      return song[(79 - clip) * inputs + (i % inputs)];
    });
    const late = backward.run(turned, 1, 80);
    const expected = Array.from(early, (value, i) => value + late[(79 - (i >> 2)) * 4 + (i % 4)]);
    expect(largestDifference(read(song, 80), expected)).toBeLessThan(1e-6);
  });

  test.each([1, 7, 64, 1300])('in pieces of %i clips it is the same', (piece) => {
    const song = rows(1300);
    expect(largestDifference(read(song, piece), read(song, 100))).toBeLessThan(1e-6);
  });

  test('a clip is heard in the light of those before it and those after it', () => {
    const song = rows(90);
    const [earlier, later] = [song.slice(), song.slice()];
    earlier.fill(2, 44 * inputs, 45 * inputs);
    later.fill(2, 46 * inputs, 47 * inputs);
    const arousalAt45 = (answers: Float32Array): number => answers[45 * 4];
    const plain = arousalAt45(read(song, 90));
    expect(arousalAt45(read(earlier, 90))).not.toBe(plain);
    expect(arousalAt45(read(later, 90))).not.toBe(plain);
  });

  test('what lies more than a window away has no say', () => {
    const song = rows(700);
    const other = song.slice();
    other.fill(2, 0, 200 * inputs);
    const [a, b] = [read(song, 64), read(other, 64)];
    expect(largestDifference(a.subarray(320 * 4), b.subarray(320 * 4))).toBeLessThan(1e-6);
    expect(largestDifference(a.subarray(0, 200 * 4), b.subarray(0, 200 * 4))).toBeGreaterThan(1e-3);
  });
});
