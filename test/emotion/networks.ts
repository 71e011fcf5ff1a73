import type { DenseLayer, LstmLayer, RecurrentNetwork } from '../../src-core/emotion/network.ts';
import { TestRandom } from './random.ts';

export interface NetworkOptions {
  readonly inputs: number;
  readonly steps: number | null;
  readonly units: readonly number[];
  readonly returnSequences?: boolean;
  readonly outputs?: readonly number[];
  readonly activation?: DenseLayer['activation'];
  readonly seed?: number;
  readonly scale?: number;
}

/** A network with random weights. */
export function randomNetwork(options: NetworkOptions): RecurrentNetwork {
  const { inputs, steps, units, returnSequences = false, outputs = [], activation = 'linear' } = options;
  const random = new TestRandom(options.seed ?? 1);
  const scale = options.scale ?? 0.4;
  const lstms = random.lstm(inputs, units, scale).map((weights, i): LstmLayer => ({
    ...weights,
    kind: 'lstm',
    returnSequences: i < units.length - 1 || returnSequences,
  }));
  let width = units.at(-1) ?? inputs;
  const denses = outputs.map((count): DenseLayer => {
    const layer = {
      kind: 'dense',
      inputs: width,
      outputs: count,
      activation,
      kernel: random.floats(width * count, scale),
      bias: random.floats(count, scale),
    } as const;
    width = count;
    return layer;
  });
  return { inputs, steps, layers: [...lstms, ...denses] };
}

/** The paper's clip network: four LSTM layers of 20 units and a linear layer. */
export function paperNetwork(seed = 1): RecurrentNetwork {
  return randomNetwork({ inputs: 128, steps: 44, units: [20, 20, 20, 20], outputs: [2], seed, scale: 0.25 });
}
