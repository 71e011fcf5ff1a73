import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs';
import { describe, expect, test } from 'vitest';
import { createTfjsEngine } from '../../src-core/emotion/engines/tfjs-engine.ts';
import { wasmEngine } from '../../src-core/emotion/engines/wasm-engine.ts';
import { loadClipModel, loadSequenceModel, shippedModel } from '../../src-core/emotion/models.ts';
import { fileHandler } from './model-files/file-handler.ts';
import { TestRandom, largestDifference } from './random.ts';

const BATCH = 5;

describe.each(['clip', 'sequence'] as const)('the shipped %s model', (name) => {
  const folder = fileURLToPath(shippedModel(name));
  const isThere = existsSync(join(folder, 'model.json'));
  const titled = isThere
    ? test
    : (title: string, run: () => Promise<void>) => test.skip(`${title} (no ${folder})`, run);

  titled('loads, and tf.loadLayersModel opens it and computes the same within 1e-5', async () => {
    const { network } = name === 'clip' ? await loadClipModel(folder) : await loadSequenceModel(folder);
    const { inputs, steps } = network.network;
    const count = steps ?? 44;
    const input = new TestRandom(5).floats(BATCH * count * inputs, 2);
    const ours = network.run(input, BATCH, count);
    const model = await tf.loadLayersModel(fileHandler(folder));
    const theirs = model.predict(tf.tensor3d(input, [BATCH, count, inputs])) as tf.Tensor;
    expect(largestDifference(ours, theirs.dataSync())).toBeLessThan(1e-5);
  });

  titled('gives the same with every engine within 1e-5', async () => {
    const load = name === 'clip' ? loadClipModel : loadSequenceModel;
    const input = new TestRandom(6);
    const [ours, theirs] = [await load(folder, wasmEngine), await load(folder, createTfjsEngine(tf))];
    const { inputs, steps } = ours.network.network;
    const values = input.floats(BATCH * (steps ?? 44) * inputs, 2);
    const [a, b] = [ours, theirs].map(({ network }) => network.run(values, BATCH, steps ?? 44));
    expect(largestDifference(a, b)).toBeLessThan(1e-5);
  });
});
