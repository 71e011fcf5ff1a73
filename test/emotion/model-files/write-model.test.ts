import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { describe, expect, test } from 'vitest';
import { NetworkRunner } from '../../../src-core/emotion/kernel/network-runner.ts';
import { readModelCard } from '../../../src-core/emotion/model-files/model-card.ts';
import { readNetwork } from '../../../src-core/emotion/model-files/read-network.ts';
import { writeModel } from '../../../src-core/emotion/model-files/write-model.ts';
import type { RecurrentNetwork } from '../../../src-core/emotion/network.ts';
import { paperNetwork, randomNetwork } from '../networks.ts';
import { TestRandom, largestDifference } from '../random.ts';
import { makeFolder } from '../../support/make-folder.ts';
import { fileHandler } from './file-handler.ts';

const EXTRAS = {
  normalisation: { kind: 'per-clip' },
  card: { heldOutError: { arousal: 0.2, valence: 0.25 }, notes: 'anything else' },
} as const;

/** The network with its first dense layer on a grid of bytes, followed by an exponential linear unit. */
function inBytes(network: RecurrentNetwork): RecurrentNetwork {
  const kernelBytes = { least: -0.4, step: 1 / 300 };
  const layers = network.layers.map((layer, i) =>
    layer.kind === 'dense' && i === 0
      ? {
          ...layer,
          activation: 'elu' as const,
          kernel: layer.kernel.map((_, at) => ((37 * at) % 256) * kernelBytes.step + kernelBytes.least),
          kernelBytes,
        }
      : layer,
  );
  return { ...network, layers };
}

const NETWORKS = [
  ['the paper’s clip network', paperNetwork(), 44],
  [
    'a sequence out',
    randomNetwork({ inputs: 3, steps: null, units: [5], returnSequences: true, outputs: [2] }),
    7,
  ],
  ['activations', randomNetwork({ inputs: 2, steps: 5, units: [4], outputs: [6, 3], activation: 'relu' }), 5],
  [
    'a kernel in bytes and no LSTM',
    inBytes(randomNetwork({ inputs: 6, steps: 1, units: [], outputs: [5, 2] })),
    1,
  ],
  ['no dense layer', randomNetwork({ inputs: 2, steps: 5, units: [4, 3] }), 5],
] as const;

describe.each(NETWORKS)('a written model (%s)', (_name, network, steps) => {
  test('is opened by tf.loadLayersModel unchanged and computes the same', async () => {
    const folder = makeFolder();
    await writeModel(folder, 'test', network, EXTRAS);
    const model = await tf.loadLayersModel(fileHandler(folder));
    const input = new TestRandom(6).floats(3 * steps * network.inputs, 2);
    const output = model.predict(tf.tensor3d(input, [3, steps, network.inputs])) as tf.Tensor;
    const ours = new NetworkRunner(network).run(input, 3, steps);
    expect(largestDifference(ours, output.dataSync())).toBeLessThan(1e-5);
  });

  test('is read back bit by bit', async () => {
    const folder = makeFolder();
    const { modelVersion } = await writeModel(folder, 'test', network, EXTRAS);
    const read = await readNetwork(folder);
    expect(read.network).toEqual(network);
    expect(read.modelVersion).toBe(modelVersion);
  });
});

test('the version is the hash of weights.bin', async () => {
  const folder = makeFolder();
  const { modelVersion } = await writeModel(folder, 'clip', paperNetwork(), EXTRAS);
  const digest = createHash('sha256')
    .update(await readFile(join(folder, 'weights.bin')))
    .digest('hex');
  expect(modelVersion).toBe(digest.slice(0, 16));
  expect((await writeModel(folder, 'clip', paperNetwork(2), EXTRAS)).modelVersion).not.toBe(modelVersion);
});

test('writing leaves four files, replaces what was there, and keeps the whole card', async () => {
  const folder = join(makeFolder(), 'new', 'clip');
  await writeModel(folder, 'clip', paperNetwork(1), EXTRAS);
  const { modelVersion } = await writeModel(folder, 'clip', paperNetwork(2), EXTRAS);
  expect((await readdir(folder)).sort()).toEqual([
    'card.json',
    'model.json',
    'normalisation.json',
    'weights.bin',
  ]);
  expect((await readNetwork(folder)).modelVersion).toBe(modelVersion);
  expect(JSON.parse(await readFile(join(folder, 'card.json'), 'utf8'))).toEqual(EXTRAS.card);
  expect(await readModelCard(folder)).toEqual({ heldOutError: EXTRAS.card.heldOutError });
});

test.each([
  ['a weight that is not finite', (values: Float32Array) => values.fill(NaN, 3, 4)],
  ['a weight of the wrong length', (values: Float32Array) => values.subarray(1)],
])('refuses to write %s', async (_name, damage) => {
  const network = paperNetwork();
  const [first, ...rest] = network.layers;
  const layers = [{ ...first, kernel: damage(first.kernel.slice()) }, ...rest];
  const folder = makeFolder();
  await expect(writeModel(folder, 'clip', { ...network, layers }, EXTRAS)).rejects.toThrow(RangeError);
  expect(await readdir(folder)).toEqual([]);
});

test('a model that TensorFlow.js saved is read', async () => {
  const folder = makeFolder();
  const model = tf.sequential();
  model.add(
    tf.layers.lstm({ units: 6, inputShape: [9, 4], returnSequences: true, recurrentActivation: 'sigmoid' }),
  );
  model.add(tf.layers.lstm({ units: 3, recurrentActivation: 'sigmoid' }));
  model.add(tf.layers.dense({ units: 2, activation: 'tanh' }));
  await model.save({
    save: async ({ modelTopology, weightSpecs, weightData }) => {
      const { writeFile } = await import('node:fs/promises');
      const bytes = Buffer.from(weightData as ArrayBuffer);
      // Split as TensorFlow.js splits large models.
      await writeFile(join(folder, 'group1-shard1of2.bin'), bytes.subarray(0, 500));
      await writeFile(join(folder, 'group1-shard2of2.bin'), bytes.subarray(500));
      const paths = ['group1-shard1of2.bin', 'group1-shard2of2.bin'];
      const json = { modelTopology, weightsManifest: [{ paths, weights: weightSpecs }] };
      await writeFile(join(folder, 'model.json'), JSON.stringify(json));
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
    },
  });
  const { network } = await readNetwork(folder);
  const input = new TestRandom(6).floats(2 * 36);
  const expected = model.predict(tf.tensor3d(input, [2, 9, 4])) as tf.Tensor;
  expect(largestDifference(new NetworkRunner(network).run(input, 2, 9), expected.dataSync())).toBeLessThan(
    1e-5,
  );
});
