import type * as tensorflow from '@tensorflow/tfjs';
import type { RecurrentNetwork } from '../network.ts';
import type { EmotionEngine, PreparedNetwork } from './engine.ts';

/** Any build of TensorFlow.js 4: `@tensorflow/tfjs`, `@tensorflow/tfjs-node`, ... */
export type TensorFlow = typeof tensorflow;

/**
 * An engine over a TensorFlow.js namespace and its current backend, which must allow synchronous reads
 * (`cpu`, `wasm` and `tensorflow` do).
 */
export function createTfjsEngine(tf: TensorFlow, name: 'tfjs' | 'tfjs-node' = 'tfjs'): EmotionEngine {
  const prepare = (network: RecurrentNetwork): PreparedNetwork => prepareNetwork(tf, network);
  return { name, clip: prepare, song: prepare, sequence: prepare };
}

/** The network as a TensorFlow.js model; the caller disposes of it. */
export function buildTfjsModel(tf: TensorFlow, network: RecurrentNetwork): tensorflow.Sequential {
  const model = tf.sequential();
  for (const [i, layer] of network.layers.entries()) {
    // Weights are set below, so other initialisers would only cost time.
    const common = {
      ...(i === 0 ? { inputShape: [network.steps, network.inputs] } : {}),
      kernelInitializer: 'zeros',
      biasInitializer: 'zeros',
    } as const;
    model.add(
      layer.kind === 'lstm'
        ? tf.layers.lstm({
            ...common,
            units: layer.units,
            returnSequences: layer.returnSequences,
            recurrentActivation: 'sigmoid',
            recurrentInitializer: 'zeros',
            unitForgetBias: false,
          })
        : tf.layers.dense({ ...common, units: layer.outputs, activation: layer.activation }),
    );
  }
  tf.tidy(() => model.setWeights(weightTensors(tf, network)));
  return model;
}

function prepareNetwork(tf: TensorFlow, network: RecurrentNetwork): PreparedNetwork {
  const model = buildTfjsModel(tf, network);
  return {
    network,
    run: (input, batch, steps) => {
      if (input.length !== batch * steps * network.inputs) {
        throw new RangeError(`${input.length} numbers are not ${batch} x ${steps} x ${network.inputs}`);
      }
      if (batch === 0) return new Float32Array();
      return tf.tidy(() => {
        const tensor = tf.tensor3d(input, [batch, steps, network.inputs]);
        const output = model.predict(tensor, { batchSize: batch });
        // A copy, because backends may hand out their own memory.
        return Float32Array.from((Array.isArray(output) ? output[0] : output).dataSync());
      });
    },
    dispose: () => void model.dispose(),
  };
}

function weightTensors(tf: TensorFlow, network: RecurrentNetwork): tensorflow.Tensor[] {
  return network.layers.flatMap((layer): tensorflow.Tensor[] =>
    layer.kind === 'lstm'
      ? [
          tf.tensor2d(layer.kernel, [layer.inputs, 4 * layer.units]),
          tf.tensor2d(layer.recurrent, [layer.units, 4 * layer.units]),
          tf.tensor1d(layer.bias),
        ]
      : [tf.tensor2d(layer.kernel, [layer.inputs, layer.outputs]), tf.tensor1d(layer.bias)],
  );
}
