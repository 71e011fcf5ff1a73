import { mkdir, rename, writeFile } from 'node:fs/promises';
import type { RecurrentNetwork } from '../network.ts';
import type { ModelCard } from './model-card.ts';
import type { ClipNormalisation, SequenceNormalisation, SongNormalisation } from './normalisation-types.ts';
import { modelPath } from './read-json.ts';
import { hashWeights } from './read-network.ts';
import { toTopology, weightsOf } from './topology.ts';

/** What goes beside the weights; the card may hold anything besides what the product reads. */
export interface ModelExtras<Card extends ModelCard> {
  readonly normalisation: Normalisation;
  readonly card: Card;
}

type Normalisation = ClipNormalisation | SequenceNormalisation | SongNormalisation;

/** The weights of a network as they lie in `weights.bin`: little-endian float32 or bytes, layer after layer. */
function weightBytes(network: RecurrentNetwork): Uint8Array {
  return Buffer.concat(
    weightsOf(network).map(({ values, bytes }) =>
      bytes === null
        ? Buffer.from(values.buffer, values.byteOffset, values.byteLength)
        : Uint8Array.from(values, (value) => Math.round((value - bytes.least) / bytes.step)),
    ),
  );
}

/**
 * Writes a model: `card.json`, `normalisation.json`, then the files of {@link writeNetwork}, which says more.
 */
export async function writeModel<const Card extends ModelCard>(
  directory: string,
  name: string,
  network: RecurrentNetwork,
  extras: ModelExtras<Card>,
): Promise<{ readonly modelVersion: string }> {
  requireFinite(network);
  await mkdir(directory, { recursive: true });
  await replaceFile(directory, 'card.json', toJson(extras.card));
  await writeNormalisation(directory, extras.normalisation);
  return writeNetwork(directory, name, network);
}

/** Writes `normalisation.json`. */
export async function writeNormalisation(directory: string, normalisation: Normalisation): Promise<void> {
  await mkdir(directory, { recursive: true });
  await replaceFile(directory, 'normalisation.json', toJson(normalisation));
}

/**
 * Writes `model.json` and `weights.bin` (TensorFlow.js LayersModel of InputLayer, LSTM and Dense layers) into
 * `directory`, which is created where it is missing. Files are written under a temporary
 * name and moved into place, `model.json` last.
 * @param name the model's name inside `model.json`, such as `clip`.
 * @returns the model version: the first 16 hexadecimal digits of the SHA-256 of `weights.bin`.
 * @throws RangeError where a weight is not finite or not of its layer's shape.
 */
export async function writeNetwork(
  directory: string,
  name: string,
  network: RecurrentNetwork,
): Promise<{ readonly modelVersion: string }> {
  requireFinite(network);
  const named = weightsOf(network);
  const manifest = {
    paths: ['weights.bin'],
    weights: named.map(({ name: weight, shape, bytes }) => ({
      name: weight,
      shape,
      dtype: 'float32',
      ...(bytes === null ? {} : { quantization: { dtype: 'uint8', scale: bytes.step, min: bytes.least } }),
    })),
  };
  const model = {
    format: 'layers-model',
    generatedBy: 'Segue',
    convertedBy: null,
    modelTopology: toTopology(name, network),
    weightsManifest: [manifest],
  };
  const bytes = weightBytes(network);
  await mkdir(directory, { recursive: true });
  await replaceFile(directory, 'weights.bin', bytes);
  await replaceFile(directory, 'model.json', toJson(model));
  return { modelVersion: hashWeights(bytes) };
}

function requireFinite(network: RecurrentNetwork): void {
  for (const { name, shape, values } of weightsOf(network)) {
    const expected = shape.reduce((product, length) => product * length, 1);
    if (values.length !== expected || !values.every(Number.isFinite)) {
      throw new RangeError(`${name} must hold ${expected} finite numbers`);
    }
  }
}

function toJson(value: object): string {
  return JSON.stringify(value, null, 2) + '\n';
}

async function replaceFile(directory: string, name: string, contents: string | Uint8Array): Promise<void> {
  const path = modelPath(directory, name);
  await writeFile(`${path}.partial`, contents);
  await rename(`${path}.partial`, path);
}
