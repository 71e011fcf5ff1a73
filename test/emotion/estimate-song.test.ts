import * as tf from '@tensorflow/tfjs';
import { describe, expect, test } from 'vitest';
import { MEL_SIZE } from '../../src-core/audio/constants.ts';
import { createTfjsEngine } from '../../src-core/emotion/engines/tfjs-engine.ts';
import { createCurveEstimator, type EstimatedCurve } from '../../src-core/emotion/estimate-curve.ts';
import type { ClipModel } from '../../src-core/emotion/models.ts';
import { TestRandom, largestDifference } from './random.ts';
import { songModel, SONG_NORMALISATION, WILD_NETWORK } from './song-models.ts';

function randomClips(count: number, seed = 1): Float32Array[] {
  const random = new TestRandom(seed);
  return Array.from({ length: count }, () => random.floats(MEL_SIZE).map((value) => 10 ** (4 * value)));
}

function estimate(model: ClipModel, clips: readonly Float32Array[]): EstimatedCurve {
  const estimator = createCurveEstimator(model);
  for (const clip of clips) estimator.push(clip);
  return estimator.finish();
}

describe('a model that carries context', () => {
  test.each([0, 1, 63, 64, 65, 150])('gives one pair for each of %i clips', (count) => {
    const { arousal, valence } = estimate(songModel(), randomClips(count));
    expect([arousal.length, valence.length]).toEqual([count, count]);
  });

  test('hears a clip in the light of those before it and those after it', () => {
    const clips = randomClips(80);
    const whole = estimate(songModel(), clips);
    const begun = estimate(songModel(), clips.with(36, randomClips(1, 2)[0]));
    const ended = estimate(songModel(), clips.with(44, randomClips(1, 2)[0]));
    for (const other of [begun, ended]) {
      expect(Math.abs(other.arousal[40] - whole.arousal[40])).toBeGreaterThan(0);
    }
  });

  test('music is the more arousing, and no other, the louder it is', () => {
    const clips = randomClips(20).map((clip) => clip.map((power) => Math.max(power, 1)));
    const [quiet, loud] = [clips, clips.map((clip) => clip.map((power) => power * 4))].map((own) =>
      estimate(songModel(), own),
    );
    // Six decibels by a hundredth each.
    loud.arousal.forEach((value, i) => expect(value - quiet.arousal[i]).toBeCloseTo(0.0602, 3));
    expect(largestDifference(loud.valence, quiet.valence)).toBeLessThan(1e-3);
  });

  test('says of every value how far it may be off', () => {
    const { uncertainty } = estimate(songModel(), randomClips(30));
    for (const axis of [uncertainty!.arousal, uncertainty!.valence]) {
      expect(axis).toHaveLength(30);
      for (const value of axis) {
        expect(value).toBeGreaterThanOrEqual(0.02);
        expect(value).toBeLessThanOrEqual(1);
      }
    }
    const wider = {
      ...SONG_NORMALISATION,
      smoothingReach: 0,
      uncertaintyScale: { arousal: 0.5, valence: 0.25 },
    };
    const narrow = { ...wider, uncertaintyScale: { arousal: 0.25, valence: 0.25 } };
    const [a, b] = [wider, narrow].map(
      (normalisation) => estimate(songModel(undefined, { normalisation }), randomClips(5)).uncertainty!,
    );
    a.arousal.forEach((value, i) => expect(value / b.arousal[i]).toBeCloseTo(2, 4));
    expect(a.valence).toEqual(b.valence);
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
    const clips = [0, 1e30, Infinity, NaN].map((power) => new Float32Array(MEL_SIZE).fill(power));
    const model = songModel(undefined, { forward: WILD_NETWORK, backward: WILD_NETWORK });
    const { arousal, valence, uncertainty } = estimate(model, [...clips, ...randomClips(5)]);
    for (const value of [...arousal, ...valence]) expect(Math.abs(value)).toBeLessThanOrEqual(1);
    for (const value of uncertainty!.arousal) expect(value).toBeLessThanOrEqual(1);
  });
});
