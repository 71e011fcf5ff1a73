import * as tf from '@tensorflow/tfjs';
import { describe, expect, test } from 'vitest';
import { MEL_SIZE } from '../../src-core/audio/constants.ts';
import type { Curve } from '../../src-core/contract/analysis.ts';
import { createTfjsEngine } from '../../src-core/emotion/engines/tfjs-engine.ts';
import { createCurveEstimator } from '../../src-core/emotion/estimate-curve.ts';
import type { ClipModel } from '../../src-core/emotion/models.ts';
import { randomNetwork } from './networks.ts';
import { TestRandom, largestDifference } from './random.ts';
import { songModel, SONG_NETWORK, SONG_NORMALISATION } from './song-models.ts';

function randomClips(count: number, seed = 1): Float32Array[] {
  const random = new TestRandom(seed);
  return Array.from({ length: count }, () => random.floats(MEL_SIZE).map((value) => 10 ** (4 * value)));
}

function estimate(model: ClipModel, clips: readonly Float32Array[]): Curve {
  const estimator = createCurveEstimator(model);
  for (const clip of clips) estimator.push(clip);
  return estimator.finish();
}

describe('a model that carries context', () => {
  test.each([0, 1, 63, 64, 65, 150])('gives one pair for each of %i clips', (count) => {
    const { arousal, valence } = estimate(songModel(), randomClips(count));
    expect([arousal.length, valence.length]).toEqual([count, count]);
  });

  test('hears a clip in the light of those before it, and of none that come after', () => {
    const clips = randomClips(140);
    const whole = estimate(songModel(), clips);
    // Batches are an inner matter: a shorter song is the beginning of the longer one, wherever it ends.
    for (const count of [1, 64, 100]) {
      const start = estimate(songModel(), clips.slice(0, count));
      expect(largestDifference(start.arousal, whole.arousal.subarray(0, count))).toBeLessThan(1e-6);
    }
    const other = estimate(songModel(), [...randomClips(1, 2), ...clips.slice(1)]);
    expect(Math.abs(other.arousal[5] - whole.arousal[5])).toBeGreaterThan(1e-5);
  });

  test('is the same with TensorFlow.js within 1e-5', () => {
    const clips = randomClips(70);
    const ours = estimate(songModel(), clips);
    const theirs = estimate(songModel(createTfjsEngine(tf)), clips);
    expect(largestDifference(ours.arousal, theirs.arousal)).toBeLessThan(1e-5);
    expect(largestDifference(ours.valence, theirs.valence)).toBeLessThan(1e-5);
    expect(estimate(songModel(createTfjsEngine(tf)), []).arousal).toHaveLength(0);
  });

  test('estimators of one model do not hear each other', () => {
    const model = songModel();
    const [a, b] = [randomClips(66, 3), randomClips(66, 4)];
    const [first, second] = [createCurveEstimator(model), createCurveEstimator(model)];
    a.forEach((clip, i) => {
      first.push(clip);
      second.push(b[i]);
    });
    expect(first.finish()).toEqual(estimate(model, a));
    expect(second.finish()).toEqual(estimate(model, b));
  });

  test('keeps within [-1, 1] and finite, whatever the model and the clip', () => {
    const song = randomNetwork({
      inputs: SONG_NETWORK.inputs,
      steps: null,
      units: [5],
      returnSequences: true,
      outputs: [2],
      scale: 50,
    });
    const clips = [0, 1e30, Infinity, NaN].map((power) => new Float32Array(MEL_SIZE).fill(power));
    const { arousal, valence } = estimate(songModel(undefined, { song }), [...clips, ...randomClips(5)]);
    for (const value of [...arousal, ...valence]) expect(Math.abs(value)).toBeLessThanOrEqual(1);
  });

  test('averages its values over time as the model says', () => {
    const clips = randomClips(6);
    const normalisation = { ...SONG_NORMALISATION, newestShare: 1 };
    const raw = estimate(songModel(undefined, { normalisation }), clips).arousal;
    const { arousal } = estimate(songModel(), clips);
    expect(arousal[0]).toBeCloseTo(raw[0], 6);
    expect(arousal[1]).toBeCloseTo((raw[0] + raw[1]) / 2, 6);
    expect(arousal[5]).toBeCloseTo((arousal[4] + raw[5]) / 2, 6);
  });
});
