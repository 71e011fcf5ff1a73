import { readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SegueError } from '../../../src-core/contract/errors.ts';
import { readNetwork } from '../../../src-core/emotion/model-files/read-network.ts';
import { writeModel } from '../../../src-core/emotion/model-files/write-model.ts';
import { randomNetwork } from '../networks.ts';
import { makeFolder } from '../../support/make-folder.ts';

const NETWORK = randomNetwork({ inputs: 3, steps: 4, units: [5, 2], outputs: [2] });

/** The parts of `model.json` that the tests below damage. */
interface ModelJson {
  format: string;
  modelTopology: {
    class_name: string;
    config: { layers: { class_name: string; config: Record<string, unknown> }[] };
  };
  weightsManifest: { paths: string[]; weights: { name: string; shape: number[]; dtype: string }[] }[];
}

async function writtenModel(): Promise<string> {
  const folder = makeFolder();
  await writeModel(folder, 'test', NETWORK, {
    normalisation: { kind: 'per-clip' },
    card: { heldOutError: { arousal: 0.2, valence: 0.2 } },
  });
  return folder;
}

async function refusal(folder: string): Promise<SegueError> {
  const error: unknown = await readNetwork(folder).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(SegueError);
  return error as SegueError;
}

describe('a damaged model.json', () => {
  const damages: [string, RegExp, (model: ModelJson) => unknown][] = [
    ['another format', /format/, (model) => (model.format = 'graph-model')],
    ['no topology', /modelTopology/, (model) => delete (model as Partial<ModelJson>).modelTopology],
    ['another kind of model', /modelTopology/, (model) => (model.modelTopology.class_name = 'Model')],
    ['an unknown layer', /modelTopology/, (model) => (layer(model, 1).class_name = 'GRU')],
    [
      'hard gates',
      /modelTopology/,
      (model) => (layer(model, 1).config.recurrent_activation = 'hard_sigmoid'),
    ],
    ['a layer read backwards', /modelTopology/, (model) => (layer(model, 1).config.go_backwards = true)],
    ['no bias', /modelTopology/, (model) => (layer(model, 3).config.use_bias = false)],
    ['units that do not fit the weights', /shape/, (model) => (layer(model, 1).config.units = 6)],
    ['a renamed layer', /lstm_9/, (model) => (layer(model, 2).config.name = 'lstm_9')],
    [
      'an LSTM that is fed one step',
      /no sequence/,
      (model) => (layer(model, 1).config.return_sequences = false),
    ],
    ['no input shape', /input shape/, (model) => model.modelTopology.config.layers.shift()],
    ['a missing layer', /dense_1/, (model) => model.modelTopology.config.layers.pop()],
    ['weights of another type', /dtype/, (model) => (manifest(model).weights[0].dtype = 'int32')],
    ['weights in sixteen bits', /quantization/, (model) => quantise(model, { dtype: 'uint16' })],
    ['weights in bytes of no step', /quantization/, (model) => quantise(model, { scale: 0 })],
    ['floats that are told to be bytes', /bytes/, (model) => quantise(model, {})],
    ['weights of another shape', /shape|bytes/, (model) => manifest(model).weights[0].shape.reverse()],
    ['a weight less', /bytes/, (model) => manifest(model).weights.pop()],
    ['weights outside its folder', /outside/, (model) => (manifest(model).paths[0] = '../weights.bin')],
    ['weights that are not there', /missing/, (model) => (manifest(model).paths[0] = 'other.bin')],
    ['no manifest', /weightsManifest/, (model) => (model.weightsManifest = [])],
  ];
  const layer = (model: ModelJson, index: number): ModelJson['modelTopology']['config']['layers'][number] =>
    model.modelTopology.config.layers[index];
  const quantise = (model: ModelJson, wrong: object): unknown =>
    Object.assign(manifest(model).weights[0], {
      quantization: { dtype: 'uint8', scale: 1, min: 0, ...wrong },
    });
  const manifest = (model: ModelJson): ModelJson['weightsManifest'][number] => model.weightsManifest[0];

  test.each(damages)('%s is refused', async (_name, reason, damage) => {
    const folder = await writtenModel();
    const path = join(folder, 'model.json');
    const model = JSON.parse(await readFile(path, 'utf8')) as ModelJson;
    damage(model);
    await writeFile(path, JSON.stringify(model));
    const error = await refusal(folder);
    expect(error.code).toBe('model-invalid');
    expect(error.message).toMatch(reason);
    expect(error.path?.startsWith(folder)).toBe(true);
  });

  test.each(['', '{', '[]', 'null', '\0\x01'])('%j in its place is refused', async (text) => {
    const folder = await writtenModel();
    await writeFile(join(folder, 'model.json'), text);
    const error = await refusal(folder);
    expect([error.code, error.path]).toEqual(['model-invalid', join(folder, 'model.json')]);
  });
});

describe('damaged weights', () => {
  const path = (folder: string): string => join(folder, 'weights.bin');

  test.each([0, 1, 100])('cut to %i bytes are refused', async (length) => {
    const folder = await writtenModel();
    await truncate(path(folder), length);
    const error = await refusal(folder);
    expect([error.code, error.path]).toEqual(['model-invalid', path(folder)]);
  });

  test('that are too long are refused', async () => {
    const folder = await writtenModel();
    await writeFile(path(folder), Buffer.concat([await readFile(path(folder)), Buffer.alloc(4)]));
    expect((await refusal(folder)).code).toBe('model-invalid');
  });

  test.each([NaN, Infinity, -Infinity])('that hold %d are refused', async (value) => {
    const folder = await writtenModel();
    const bytes = await readFile(path(folder));
    bytes.writeFloatLE(value, 40);
    await writeFile(path(folder), bytes);
    const error = await refusal(folder);
    expect(error.message).toContain('lstm_1/kernel');
    expect([error.code, error.path]).toEqual(['model-invalid', path(folder)]);
  });

  test.each(['model.json', 'weights.bin'])('a missing %s is named', async (name) => {
    const folder = await writtenModel();
    await rm(join(folder, name));
    const error = await refusal(folder);
    expect([error.code, error.path]).toEqual(['model-invalid', join(folder, name)]);
    expect(error.message).toContain('missing');
  });
});
