import { describe, expect, test } from 'vitest';
import { wasmEngine } from '../../../src-core/emotion/engines/wasm-engine.ts';
import { CLIP_STATISTICS_SIZE } from '../../../src-core/emotion/hearing/clip-statistics.ts';
import { createLandmarkReader } from '../../../src-core/emotion/song/landmark-reader.ts';
import { landmarkInput } from '../../../src-core/emotion/song/surroundings.ts';
import { TestRandom, largestDifference } from '../random.ts';
import { FORWARD_NETWORK, LANDMARK_NETWORK, SONG_NORMALISATION } from '../song-models.ts';

const landmarks = wasmEngine.song(LANDMARK_NETWORK);
const { inputs } = FORWARD_NETWORK;
const { surroundings } = SONG_NORMALISATION;

function rows(clips: number, seed = 1): Float32Array {
  return new TestRandom(seed).floats(clips * inputs, 2);
}

/** Answers for a song that arrives in pieces of some size. */
function read(song: Float32Array, piece: number): Float32Array {
  const reader = createLandmarkReader({ landmarks, normalisation: SONG_NORMALISATION });
  const clips = song.length / inputs;
  const answers: Float32Array[] = [];
  for (let first = 0; first < clips; first += piece) {
    const count = Math.min(piece, clips - first);
    answers.push(reader.push(song.subarray(first * inputs, (first + count) * inputs), count));
  }
  answers.push(reader.finish());
  return Float32Array.from(answers.flatMap((answer) => [...answer]));
}

/** What the network says of a stretch, by its definition. */
function answerFor(song: Float32Array, from: number, to: number): Float32Array {
  const means: number[] = [];
  const deviations: number[] = [];
  for (let i = inputs - CLIP_STATISTICS_SIZE; i < inputs; i++) {
    const values = Array.from({ length: to - from }, (_, clip) => song[(from + clip) * inputs + i]);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    means.push(mean);
    deviations.push(Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length));
  }
  return landmarks.run(landmarkInput(Float32Array.from([...means, ...deviations]), surroundings), 1, 1);
}

describe('reading what the music around each clip is like', () => {
  test.each([0, 1, 19, 20, 21, 64, 83, 84, 300])('answers for each of %i clips once', (clips) => {
    expect(read(rows(clips), 64)).toHaveLength(2 * clips);
  });

  test('a clip is answered by the stretch that holds it in its middle, the ends by the outermost', () => {
    const song = rows(90);
    const answers = read(song, 90);
    for (const [clip, from] of [
      [0, 0],
      [10, 0],
      [11, 1],
      [50, 40],
      [80, 70],
      [89, 70],
    ]) {
      const expected = answerFor(song, from, from + surroundings.clips);
      expect(largestDifference(answers.subarray(2 * clip, 2 * clip + 2), expected)).toBeLessThan(1e-6);
    }
  });

  test('a song shorter than a stretch is one', () => {
    const song = rows(7);
    const expected = answerFor(song, 0, 7);
    for (let clip = 0; clip < 7; clip++) {
      expect(largestDifference(read(song, 3).subarray(2 * clip, 2 * clip + 2), expected)).toBeLessThan(1e-6);
    }
  });

  test.each([1, 7, 64, 400])('in pieces of %i clips it is the same', (piece) => {
    const song = rows(400);
    expect(read(song, piece)).toEqual(read(song, 100));
  });
});
