import type { DenseSpec, LstmSpec, Trainer, TrainerState } from '../../emotion/kernel/trainer-types.ts';
import { createTrainer } from '../../emotion/kernel/trainer.ts';
import type { LstmLayer, RecurrentNetwork } from '../../emotion/network.ts';
import type { Random } from '../run/random.ts';
import { scaledHead, type OutputScale } from '../run/scaled-head.ts';

export interface SongNetworkOptions {
  readonly inputs: number;
  readonly units: readonly number[];
  readonly outputs: number;
  readonly dropout: number;
  readonly maxBatch: number;
  readonly maxSteps: number;
  readonly seed: number;
}

/** The song LSTM under training: LSTM layers, dropout, a linear head, an answer at every step. */
export interface SongNetwork {
  readonly parameterCount: number;
  /**
   * One step of learning.
   * @param input `[batch, steps, inputs]`
   * @param gradientOf dLoss/dOutput `[batch, steps, outputs]` for the outputs given
   */
  learn: (
    input: Float32Array,
    shape: { batch: number; steps: number },
    gradientOf: (outputs: Float32Array) => Float32Array,
    options: { learningRate: number; weightDecay: number; random: Random },
  ) => void;
  saveState: () => TrainerState;
  loadState: (state: TrainerState) => void;
  /** The network as it is shipped: its first two outputs, on the rating scale. */
  toNetwork: (scale: OutputScale) => RecurrentNetwork;
}

const CLIP_NORM = 1;

export function createSongNetwork(options: SongNetworkOptions): SongNetwork {
  const { inputs, units, outputs, dropout, maxBatch, maxSteps } = options;
  const width = units.at(-1)!;
  const lstm: LstmSpec = { kind: 'lstm', inputs, units, maxBatch, maxSteps };
  const maxRows = maxBatch * maxSteps;
  const head: DenseSpec = { kind: 'dense', inputs: width, outputs, activation: 'linear', maxRows };
  const trainer = createTrainer({ lstm, head }, { seed: options.seed });
  const { modules } = trainer;
  return {
    parameterCount: trainer.parameterCount,
    learn: (input, { batch, steps }, gradientOf, { learningRate, weightDecay, random }) => {
      const states = modules.lstm.forward(input, batch, steps);
      const mask = lastingDropout({ batch, steps, width }, dropout, random);
      multiply(states, mask);
      const gradient = modules.head.backward(gradientOf(modules.head.forward(states, batch * steps)));
      multiply(gradient, mask);
      modules.lstm.backward(gradient);
      trainer.adamStep({ learningRate, weightDecay, clipNorm: CLIP_NORM });
    },
    saveState: () => trainer.saveState(),
    loadState: (state) => {
      trainer.loadState(state);
    },
    toNetwork: (scale) => toNetwork(trainer, inputs, outputs, scale),
  };
}

/** Factors `[batch, steps, width]`: a sequence drops the same units at every step (Gal & Ghahramani 2016). */
function lastingDropout(
  { batch, steps, width }: { batch: number; steps: number; width: number },
  dropout: number,
  random: Random,
): Float32Array {
  const mask = new Float32Array(batch * steps * width);
  for (let row = 0; row < batch; row++) {
    const kept = Float32Array.from({ length: width }, () =>
      random.uniform() < dropout ? 0 : 1 / (1 - dropout),
    );
    for (let step = 0; step < steps; step++) mask.set(kept, (row * steps + step) * width);
  }
  return mask;
}

function multiply(target: Float32Array, factors: Float32Array): void {
  for (let i = 0; i < target.length; i++) target[i] *= factors[i];
}

function toNetwork(
  { modules }: Trainer<{ lstm: LstmSpec; head: DenseSpec }>,
  inputs: number,
  outputs: number,
  scale: OutputScale,
): RecurrentNetwork {
  const layers = modules.lstm.getWeights().map((layer): LstmLayer => ({
    ...layer,
    kind: 'lstm',
    returnSequences: true,
  }));
  return {
    steps: null,
    inputs,
    layers: [...layers, scaledHead(modules.head.getWeights(), outputs, scale)],
  };
}
