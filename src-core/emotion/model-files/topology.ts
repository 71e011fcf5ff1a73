import * as v from 'valibot';
import type { ByteScale, DenseLayer, LstmLayer, NetworkLayer, RecurrentNetwork } from '../network.ts';

/** Each weight of a network with the name and shape that TensorFlow.js gives it, in the order of `weights.bin`. */
export interface NamedWeight {
  readonly name: string;
  readonly shape: readonly number[];
}

const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_536));
const shape = v.tuple([v.null(), v.nullable(count), count]);

const inputLayer = v.object({
  class_name: v.literal('InputLayer'),
  config: v.object({ batch_input_shape: shape }),
});

/** Settings that would change the result are held to the one value the kernel computes. */
const lstmLayer = v.object({
  class_name: v.literal('LSTM'),
  config: v.object({
    name: v.string(),
    batch_input_shape: v.optional(shape),
    units: count,
    activation: v.literal('tanh'),
    recurrent_activation: v.literal('sigmoid'),
    use_bias: v.literal(true),
    return_sequences: v.boolean(),
    return_state: v.optional(v.literal(false)),
    go_backwards: v.optional(v.literal(false)),
    stateful: v.optional(v.literal(false)),
  }),
});

const denseLayer = v.object({
  class_name: v.literal('Dense'),
  config: v.object({
    name: v.string(),
    units: count,
    activation: v.picklist(['linear', 'tanh', 'sigmoid', 'relu', 'elu']),
    use_bias: v.literal(true),
  }),
});

export const topologySchema = v.object({
  class_name: v.literal('Sequential'),
  config: v.object({
    layers: v.pipe(v.array(v.variant('class_name', [inputLayer, lstmLayer, denseLayer])), v.minLength(1)),
  }),
});

/** The `modelTopology` of a network; layers are named `lstm_1`, `lstm_2`, ..., `dense_1`, ... */
export function toTopology(name: string, network: RecurrentNetwork): object {
  const names = layerNames(network.layers);
  const layers = network.layers.map((layer, i) => layerConfig(layer, names[i]));
  return {
    class_name: 'Sequential',
    config: { name, layers: [inputConfig(network), ...layers] },
    keras_version: 'tfjs-layers 4.22.0',
    backend: 'tensor_flow.js',
  };
}

function inputConfig({ steps, inputs }: RecurrentNetwork): object {
  const config = {
    name: 'input_1',
    batch_input_shape: [null, steps, inputs],
    dtype: 'float32',
    sparse: false,
  };
  return { class_name: 'InputLayer', config };
}

function layerConfig(layer: NetworkLayer, name: string): object {
  // Weights are loaded over these; zeros are the cheapest start.
  const zeros = { class_name: 'Zeros', config: {} };
  const common = {
    name,
    trainable: true,
    dtype: 'float32',
    use_bias: true,
    kernel_initializer: zeros,
    bias_initializer: zeros,
  };
  if (layer.kind === 'dense') {
    return { class_name: 'Dense', config: { ...common, units: layer.outputs, activation: layer.activation } };
  }
  return {
    class_name: 'LSTM',
    config: {
      ...common,
      units: layer.units,
      activation: 'tanh',
      recurrent_activation: 'sigmoid',
      recurrent_initializer: zeros,
      unit_forget_bias: false,
      return_sequences: layer.returnSequences,
      return_state: false,
      go_backwards: false,
      stateful: false,
      unroll: false,
    },
  };
}

function layerNames(layers: readonly NetworkLayer[]): string[] {
  const counts = { lstm: 0, dense: 0 };
  return layers.map(({ kind }) => `${kind}_${++counts[kind]}`);
}

/** Names, shapes and values of a network's weights, in the order they are written. */
export function weightsOf(network: RecurrentNetwork): Weight[] {
  const names = layerNames(network.layers);
  return network.layers.flatMap((layer, i) =>
    weightShapes(layer, names[i]).map((weight): Weight => ({
      ...weight,
      values: valuesOf(layer, weight.name),
      bytes: layer.kind === 'dense' && weight.name.endsWith('/kernel') ? (layer.kernelBytes ?? null) : null,
    })),
  );
}

interface Weight extends NamedWeight {
  readonly values: Float32Array;
  /** How its values are written in bytes; null where they are written as floats. */
  readonly bytes: ByteScale | null;
}

/** A weight's values as they are read, with the scale of the bytes that they were read from. */
export interface ReadWeight {
  readonly values: Float32Array;
  readonly bytes: ByteScale | null;
}

function valuesOf(layer: NetworkLayer, name: string): Float32Array {
  if (name.endsWith('/recurrent_kernel')) return (layer as LstmLayer).recurrent;
  return name.endsWith('/bias') ? layer.bias : layer.kernel;
}

function weightShapes(layer: Sizes, name: string): NamedWeight[] {
  if (layer.kind === 'dense') {
    return [
      { name: `${name}/kernel`, shape: [layer.inputs, layer.outputs] },
      { name: `${name}/bias`, shape: [layer.outputs] },
    ];
  }
  return [
    { name: `${name}/kernel`, shape: [layer.inputs, 4 * layer.units] },
    { name: `${name}/recurrent_kernel`, shape: [layer.units, 4 * layer.units] },
    { name: `${name}/bias`, shape: [4 * layer.units] },
  ];
}

type Sizes = Pick<LstmLayer, 'kind' | 'inputs' | 'units'> | Pick<DenseLayer, 'kind' | 'inputs' | 'outputs'>;

/**
 * The network that a validated topology describes, its weights fetched by name and shape from `weight`.
 * Throws Error with a sentence where the layers do not make a network that can be run.
 */
export function fromTopology(
  topology: v.InferOutput<typeof topologySchema>,
  weight: (wanted: NamedWeight) => ReadWeight,
): RecurrentNetwork {
  const [first, ...rest] = topology.config.layers;
  const input = first.class_name === 'Dense' ? undefined : first.config.batch_input_shape;
  if (input === undefined) throw new Error('the first layer gives no input shape');
  const [, steps, inputs] = input;
  let width = inputs;
  let sequence = true;
  const layers = (first.class_name === 'InputLayer' ? rest : topology.config.layers).map(
    (layer): NetworkLayer => {
      if (layer.class_name === 'InputLayer') throw new Error('an input layer is not the first layer');
      const { name, units } = layer.config;
      const before = width;
      width = units;
      if (layer.class_name === 'Dense') {
        const sizes = { kind: 'dense', inputs: before, outputs: units } as const;
        const [kernel, bias] = weightShapes(sizes, name).map(weight);
        const kernelBytes = kernel.bytes === null ? {} : { kernelBytes: kernel.bytes };
        const { activation } = layer.config;
        return { ...sizes, activation, kernel: kernel.values, bias: bias.values, ...kernelBytes };
      }
      if (!sequence) throw new Error(`layer ${name} is fed no sequence`);
      sequence = layer.config.return_sequences;
      const sizes = { kind: 'lstm', inputs: before, units } as const;
      const [kernel, recurrent, bias] = weightShapes(sizes, name).map((wanted) => weight(wanted).values);
      return { ...sizes, returnSequences: sequence, kernel, recurrent, bias };
    },
  );
  const firstDense = layers.findIndex((layer) => layer.kind === 'dense');
  const lastLstm = layers.findLastIndex((layer) => layer.kind === 'lstm');
  if (firstDense >= 0 && firstDense < lastLstm) throw new Error('an LSTM layer follows a dense layer');
  return { steps, inputs, layers };
}
