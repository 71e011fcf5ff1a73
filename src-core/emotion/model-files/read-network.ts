import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { messageOf } from '../../contract/errors.ts';
import type { ByteScale, RecurrentNetwork } from '../network.ts';
import { modelInvalid, modelPath, readModelFile, readModelJson } from './read-json.ts';
import type { NamedWeight, ReadWeight } from './topology.ts';
import { fromTopology, topologySchema } from './topology.ts';

const weightSpec = v.object({
  name: v.string(),
  shape: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1))), v.minLength(1)),
  dtype: v.literal('float32'),
  quantization: v.optional(
    v.object({
      dtype: v.literal('uint8'),
      scale: v.pipe(v.number(), v.finite(), v.gtValue(0)),
      min: v.pipe(v.number(), v.finite()),
    }),
  ),
});

/** A file beside `model.json`, never one elsewhere. */
const fileName = v.pipe(v.string(), v.regex(/^[\w-][\w.-]*$/u, 'a weight file lies outside the model'));

const modelSchema = v.object({
  format: v.optional(v.literal('layers-model')),
  modelTopology: v.union([
    topologySchema,
    // Keras's own converter nests the topology one level deeper.
    v.pipe(
      v.object({ model_config: topologySchema }),
      v.transform(({ model_config }) => model_config),
    ),
  ]),
  weightsManifest: v.pipe(
    v.array(v.object({ paths: v.array(fileName), weights: v.array(weightSpec) })),
    v.minLength(1),
  ),
});

export interface ReadNetwork {
  readonly network: RecurrentNetwork;
  /** First 16 hexadecimal digits of the SHA-256 of the weights. */
  readonly modelVersion: string;
}

export function hashWeights(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

/**
 * Reads a TensorFlow.js LayersModel (`model.json` and its weight files) that is a plain recurrent network.
 * @throws SegueError `model-invalid` with the file's path for anything missing, malformed, of the wrong shape, not
 *   finite, truncated or left over.
 */
export async function readNetwork(directory: string | URL): Promise<ReadNetwork> {
  const model = await readModelJson(directory, 'model.json', modelSchema);
  const written: Buffer[] = [];
  const weights: FoundWeights = new Map();
  for (const group of model.weightsManifest) written.push(await readWeights(directory, group, weights));
  try {
    return {
      network: networkOf(model.modelTopology, weights),
      modelVersion: hashWeights(Buffer.concat(written)),
    };
  } catch (error) {
    throw modelInvalid(modelPath(directory, 'model.json'), messageOf(error), error);
  }
}

type FoundWeights = Map<string, ReadWeight & { readonly shape: readonly number[] }>;

/** Reads the files of one group of weights. @returns their bytes */
async function readWeights(
  directory: string | URL,
  { paths, weights: specs }: v.InferOutput<typeof modelSchema>['weightsManifest'][number],
  into: FoundWeights,
): Promise<Buffer> {
  const bytes = Buffer.concat(await Promise.all(paths.map((path) => readModelFile(directory, path))));
  const path = modelPath(directory, paths[0] ?? 'model.json');
  const expected = specs.reduce((sum, spec) => sum + bytesOf(spec), 0);
  if (bytes.length !== expected) {
    throw modelInvalid(path, `the weights take ${bytes.length} bytes where ${expected} are described`);
  }
  let offset = 0;
  for (const spec of specs) {
    const { name, shape } = spec;
    const scale = scaleOf(spec);
    const written = bytes.subarray(offset, offset + bytesOf(spec));
    const values = scale === null ? floatsOf(written) : floatsOfBytes(written, scale);
    if (!areFinite(values)) throw modelInvalid(path, `${name} holds values that are not finite`);
    into.set(name, { shape, values, bytes: scale });
    offset += written.length;
  }
  return bytes;
}

/** Throws Error with a sentence where the weights are not just those that the topology names. */
function networkOf(topology: v.InferOutput<typeof topologySchema>, weights: FoundWeights): RecurrentNetwork {
  const wanted = new Set<string>();
  const take = ({ name, shape }: NamedWeight): ReadWeight => {
    const found = weights.get(name);
    if (found === undefined) throw new Error(`the weights of ${name} are missing`);
    if (found.shape.join() !== shape.join()) {
      throw new Error(`${name} is of shape [${found.shape.join()}], expected [${shape.join()}]`);
    }
    wanted.add(name);
    return found;
  };
  const network = fromTopology(topology, take);
  const extra = [...weights.keys()].find((name) => !wanted.has(name));
  if (extra !== undefined) throw new Error(`no layer uses the weights of ${extra}`);
  return network;
}

function size(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

type WeightSpec = v.InferOutput<typeof weightSpec>;

function bytesOf({ shape, quantization }: WeightSpec): number {
  return size(shape) * (quantization === undefined ? 4 : 1);
}

function scaleOf({ quantization }: WeightSpec): ByteScale | null {
  return quantization === undefined ? null : { least: quantization.min, step: quantization.scale };
}

/** The floats that bytes stand for, as TensorFlow.js computes them. */
function floatsOfBytes(bytes: Uint8Array, { least, step }: ByteScale): Float32Array {
  const floats = new Float32Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) floats[i] = bytes[i] * step + least;
  return floats;
}

function areFinite(values: Float32Array): boolean {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return false;
  return true;
}

/** Weight files are little-endian, as is every machine that Node runs on. */
function floatsOf(bytes: Buffer): Float32Array {
  return new Float32Array(Uint8Array.from(bytes).buffer);
}
