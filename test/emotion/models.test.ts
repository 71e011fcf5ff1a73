import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { SegueError } from '../../src-core/contract/errors.ts';
import { HEARD_BANDS } from '../../src-core/emotion/hearing/audible-levels.ts';
import { writeModel } from '../../src-core/emotion/model-files/write-model.ts';
import { loadClipModel, loadSequenceModel } from '../../src-core/emotion/models.ts';
import { randomNetwork } from './networks.ts';
import { makeFolder } from '../support/make-folder.ts';

const CARD = { heldOutError: { arousal: 0.15, valence: 0.2 } };
const AUDIBLE = {
  kind: 'audible',
  mean: new Array<number>(HEARD_BANDS).fill(-30),
  standardDeviation: new Array<number>(HEARD_BANDS).fill(12),
  pooling: 'mean',
} as const;
const SEQUENCE = {
  kind: 'mixture',
  history: 60,
  forecastSteps: 2,
  inputOffsets: 2,
  inputScale: 0.05,
  regressions: [{ curves: 'rated', weights: new Array<number>(3 * 2 * 4).fill(0.1), bias: [0, 0, 0, 0] }],
  bandFactors: { arousal: [1, 1.1], valence: [0.9, 1] },
} as const;
const SEQUENCE_NETWORK = randomNetwork({
  inputs: 8,
  steps: null,
  units: [5],
  returnSequences: true,
  outputs: [9],
});

const CLIP_NETWORK = randomNetwork({ inputs: HEARD_BANDS, steps: 44, units: [6], outputs: [2] });

async function clipFolder(): Promise<string> {
  const folder = makeFolder();
  await writeModel(folder, 'clip', CLIP_NETWORK, { normalisation: AUDIBLE, card: CARD });
  return folder;
}

async function sequenceFolder(): Promise<string> {
  const folder = makeFolder();
  await writeModel(folder, 'sequence', SEQUENCE_NETWORK, { normalisation: SEQUENCE, card: CARD });
  return folder;
}

async function refusal(loading: Promise<unknown>): Promise<SegueError> {
  const error: unknown = await loading.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(SegueError);
  return error as SegueError;
}

test('a clip model is loaded with its version, normalisation and error, by path or URL', async () => {
  const folder = await clipFolder();
  for (const directory of [folder, pathToFileURL(folder)]) {
    const model = await loadClipModel(directory);
    expect(model.version).toMatch(/^[0-9a-f]{16}$/);
    expect(model.normalisation).toEqual(AUDIBLE);
    expect(model.heldOutError).toEqual(CARD.heldOutError);
  }
});

test('a sequence model is loaded alike', async () => {
  const model = await loadSequenceModel(await sequenceFolder());
  expect(model.version).toMatch(/^[0-9a-f]{16}$/);
  expect(model.normalisation).toEqual(SEQUENCE);
});

test('the version of a sequence model changes with its regressions', async () => {
  const folder = await sequenceFolder();
  const before = await loadSequenceModel(folder);
  await edit(join(folder, 'normalisation.json'), 'inputScale', 0.04);
  expect((await loadSequenceModel(folder)).version).not.toBe(before.version);
});

describe('a model is refused where', () => {
  test.each(['model.json', 'weights.bin', 'normalisation.json', 'card.json'])(
    '%s is missing',
    async (name) => {
      const folder = await clipFolder();
      await rm(join(folder, name));
      const error = await refusal(loadClipModel(folder));
      expect([error.code, error.path]).toEqual(['model-invalid', join(folder, name)]);
    },
  );

  test('it is of another kind', async () => {
    expect((await refusal(loadClipModel(await sequenceFolder()))).code).toBe('model-invalid');
    expect((await refusal(loadSequenceModel(await clipFolder()))).code).toBe('model-invalid');
  });

  test.each([
    ['steps', { steps: 43, inputs: 51, outputs: [2] }],
    ['inputs', { steps: 44, inputs: 50, outputs: [2] }],
    ['outputs', { steps: 44, inputs: 51, outputs: [3] }],
  ])('its %s do not fit a clip', async (_name, shape) => {
    const folder = makeFolder();
    const network = randomNetwork({ ...shape, units: [4] });
    await writeModel(folder, 'clip', network, { normalisation: AUDIBLE, card: CARD });
    const error = await refusal(loadClipModel(folder));
    expect([error.code, error.path]).toEqual(['model-invalid', join(folder, 'model.json')]);
  });

  test.each([
    ['kind', 'per-song'],
    ['mean', AUDIBLE.mean.slice(1)],
    ['mean', AUDIBLE.mean.map(() => null)],
    ['standardDeviation', AUDIBLE.mean.map(() => 0)],
    ['pooling', 'max'],
  ])('the %s of its normalisation is wrong', async (key, value) => {
    const folder = await clipFolder();
    await edit(join(folder, 'normalisation.json'), key, value);
    const error = await refusal(loadClipModel(folder));
    expect([error.code, error.path]).toEqual(['model-invalid', join(folder, 'normalisation.json')]);
    expect(error.message).toContain(key);
  });

  test.each([
    ['kind', 'guess'],
    ['history', 0],
    ['forecastSteps', '20'],
    ['inputOffsets', 2.5],
    ['inputScale', 0],
    ['regressions', []],
    ['regressions', [{ curves: 'rated', weights: [0.1], bias: [0, 0, 0, 0] }]],
    ['bandFactors', { arousal: [1], valence: [1] }],
  ])('the %s of a sequence’s normalisation is wrong', async (key, value) => {
    const folder = await sequenceFolder();
    await edit(join(folder, 'normalisation.json'), key, value);
    const error = await refusal(loadSequenceModel(folder));
    expect([error.code, error.path]).toEqual(['model-invalid', join(folder, 'normalisation.json')]);
    expect(error.message).toContain(key);
  });

  test.each([{}, { arousal: 0.1 }, { arousal: 0, valence: 0.1 }, { arousal: 0.1, valence: 'low' }])(
    'its card says %j of its error',
    async (heldOutError) => {
      const folder = await clipFolder();
      await edit(join(folder, 'card.json'), 'heldOutError', heldOutError);
      const error = await refusal(loadClipModel(folder));
      expect([error.code, error.path]).toEqual(['model-invalid', join(folder, 'card.json')]);
    },
  );
});

async function edit(path: string, key: string, value: unknown): Promise<void> {
  const json = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
  await writeFile(path, JSON.stringify({ ...json, [key]: value }));
}
