import { describe, expect, test } from 'vitest';
import { MEL_SIZE } from '../../src-core/audio/constants.ts';
import type { Curve } from '../../src-core/contract/analysis.ts';
import { createCurveEstimator } from '../../src-core/emotion/estimate-curve.ts';
import { NetworkRunner } from '../../src-core/emotion/kernel/network-runner.ts';
import type { ClipModel } from '../../src-core/emotion/models.ts';
import { createClipNormaliser } from '../../src-core/emotion/hearing/normalise-clip.ts';
import { paperNetwork, randomNetwork } from './networks.ts';
import { TestRandom, largestDifference } from './random.ts';
import { clipModel } from './test-models.ts';

/** Clips of random mel power. */
function randomClips(count: number): Float32Array[] {
  const random = new TestRandom(count);
  return Array.from({ length: count }, () =>
    Float32Array.from({ length: MEL_SIZE }, () => 10 ** (4 * random.next())),
  );
}

function estimate(model: ClipModel, clips: readonly Float32Array[]): Curve {
  const estimator = createCurveEstimator(model);
  // The caller's buffer is one and the same for every clip.
  const buffer = new Float32Array(MEL_SIZE);
  for (const clip of clips) {
    buffer.set(clip);
    estimator.push(buffer);
    buffer.fill(NaN);
  }
  return estimator.finish();
}

describe('createCurveEstimator', () => {
  test.each([0, 1, 63, 64, 65, 150])('gives one pair for each of %i clips', (count) => {
    const curve = estimate(clipModel(paperNetwork()), randomClips(count));
    expect([curve.arousal.length, curve.valence.length]).toEqual([count, count]);
  });

  test('gives what the network says of each normalised clip', () => {
    const clips = randomClips(70);
    const input = new Float32Array(70 * MEL_SIZE);
    const normalise = createClipNormaliser({ kind: 'per-clip' });
    clips.forEach((clip, i) => normalise(clip, input, i * MEL_SIZE));
    const pairs = new NetworkRunner(paperNetwork()).run(input, 70, 44);
    const { arousal, valence } = estimate(clipModel(paperNetwork()), clips);
    expect(arousal).toEqual(pairs.filter((_, i) => i % 2 === 0));
    expect(valence).toEqual(pairs.filter((_, i) => i % 2 === 1));
  });

  test('takes the mean over all steps where the model says so, else the last step', () => {
    const network = randomNetwork({
      inputs: 128,
      steps: 44,
      units: [6],
      returnSequences: true,
      outputs: [2],
      scale: 0.1,
    });
    const [clip] = randomClips(1);
    const input = new Float32Array(MEL_SIZE);
    createClipNormaliser({ kind: 'per-clip' })(clip, input, 0);
    const steps = new NetworkRunner(network).run(input, 1, 44).filter((_, i) => i % 2 === 0);
    const mean = steps.reduce((sum, value) => sum + value, 0) / 44;
    const pooled = estimate(clipModel(network, { kind: 'per-clip', pooling: 'mean' }), [clip]);
    expect(largestDifference(pooled.arousal, [mean])).toBeLessThan(1e-6);
    expect([...estimate(clipModel(network), [clip]).arousal]).toEqual([steps[43]]);
  });

  test('keeps within [-1, 1] and finite, whatever the model and the clip', () => {
    const wild = randomNetwork({ inputs: 128, steps: 44, units: [8], outputs: [2], scale: 50 });
    const clips = [0, 1e30, Infinity, NaN].map((power) => new Float32Array(MEL_SIZE).fill(power));
    const { arousal, valence } = estimate(clipModel(wild), [...clips, ...randomClips(5)]);
    for (const value of [...arousal, ...valence]) expect(Math.abs(value)).toBeLessThanOrEqual(1);
    expect([...arousal, ...valence].some((value) => Math.abs(value) === 1)).toBe(true);
  });

  test('gives the same bits every time', () => {
    const clips = randomClips(67);
    const model = clipModel(paperNetwork());
    expect(estimate(model, clips)).toEqual(estimate(model, clips));
    expect(estimate(clipModel(paperNetwork()), clips)).toEqual(estimate(model, clips));
  });

  test('refuses a clip of another size', () => {
    const estimator = createCurveEstimator(clipModel(paperNetwork()));
    expect(() => estimator.push(new Float32Array(MEL_SIZE - 1))).toThrow(RangeError);
  });
});
