import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { MEL_SIZE } from '../../src-core/audio/constants.ts';
import type { Curve } from '../../src-core/contract/analysis.ts';
import { createTfjsEngine } from '../../src-core/emotion/engines/tfjs-engine.ts';
import { createCurveEstimator } from '../../src-core/emotion/estimate-curve.ts';
import { forecastAll } from '../../src-core/emotion/forecast.ts';
import { NetworkRunner } from '../../src-core/emotion/kernel/network-runner.ts';
import { readNetwork } from '../../src-core/emotion/model-files/read-network.ts';
import {
  loadClipModel,
  loadSequenceModel,
  shippedModel,
  type ClipModel,
} from '../../src-core/emotion/models.ts';
import { fileHandler } from './model-files/file-handler.ts';
import { TestRandom, largestDifference } from './random.ts';

const BATCH = 5;
const CLIP = fileURLToPath(shippedModel('clip'));
const SEQUENCE = fileURLToPath(shippedModel('sequence'));

test.each([
  ['clip', CLIP],
  ['forward song', join(CLIP, 'song', 'forward')],
  ['backward song', join(CLIP, 'song', 'backward')],
  ['landmark', join(CLIP, 'song', 'landmarks')],
  ['sequence', SEQUENCE],
])('tf.loadLayersModel opens the shipped %s network and computes the same within 1e-5', async (_, folder) => {
  const { network } = await readNetwork(folder);
  const steps = network.steps ?? 60;
  const input = new TestRandom(5).floats(BATCH * steps * network.inputs, 2);
  const ours = new NetworkRunner(network).run(input, BATCH, steps);
  const model = await tf.loadLayersModel(fileHandler(folder));
  const theirs = model.predict(tf.tensor3d(input, [BATCH, steps, network.inputs])) as tf.Tensor;
  expect(largestDifference(ours, theirs.dataSync())).toBeLessThan(1e-5);
});

test('the shipped clip model gives the same curve with every engine within 1e-5', async () => {
  const random = new TestRandom(6);
  const clips = Array.from({ length: 70 }, () => random.floats(MEL_SIZE).map((x) => 10 ** (3 * x)));
  const curveOf = (model: ClipModel): Curve => {
    const estimator = createCurveEstimator(model);
    for (const clip of clips) estimator.push(clip);
    return estimator.finish();
  };
  const ours = curveOf(await loadClipModel(CLIP));
  const theirs = curveOf(await loadClipModel(CLIP, createTfjsEngine(tf)));
  expect(largestDifference(ours.arousal, theirs.arousal)).toBeLessThan(1e-5);
  expect(largestDifference(ours.valence, theirs.valence)).toBeLessThan(1e-5);
});

test('the shipped sequence model gives the same with every engine within 1e-5', async () => {
  const [ours, theirs] = [
    await loadSequenceModel(SEQUENCE),
    await loadSequenceModel(SEQUENCE, createTfjsEngine(tf)),
  ];
  const random = new TestRandom(6);
  const curves = [1, 7, 30, 90].map((steps) => ({
    arousal: random.floats(steps),
    valence: random.floats(steps),
  }));
  const [a, b] = [ours, theirs].map((model) => forecastAll(model, curves));
  a.forEach((forecast, i) => {
    for (const axis of ['arousal', 'valence'] as const) {
      expect(largestDifference(forecast[axis], b[i][axis])).toBeLessThan(1e-5);
      expect(largestDifference(forecast.spread![axis], b[i].spread![axis])).toBeLessThan(1e-5);
    }
  });
});
