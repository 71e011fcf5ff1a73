import type { DenseSpec, LstmSpec, TrainerState } from '../../emotion/kernel/trainer-types.ts';
import { createTrainer } from '../../emotion/kernel/trainer.ts';
import type { LstmLayer, RecurrentNetwork } from '../../emotion/network.ts';
import type { Random } from '../run/random.ts';

/** Windows in one pass; longer lists are run in parts. */
const MAX_ROWS = 512;

const CLIP_NORM = 1;

export interface SequenceNetworkOptions {
  readonly units: readonly number[];
  readonly inputs: number;
  readonly history: number;
  readonly outputs: number;
  readonly dropout: number;
  readonly seed: number;
  /** Start from an answer of zero: for a network that predicts changes that is persistence. */
  readonly startFromZero: boolean;
}

/** The sequence LSTM under training: LSTM layers, their last step, dropout, a linear head. */
export interface SequenceNetwork {
  readonly parameterCount: number;
  /** @param gradientOf dLoss/dOutput `[rows, outputs]` for the outputs given */
  learn: (
    input: Float32Array,
    rows: number,
    gradientOf: (outputs: Float32Array) => Float32Array,
    options: { learningRate: number; weightDecay: number; random: Random },
  ) => void;
  /** Outputs `[rows, outputs]` for any number of rows `[rows, history, inputs]`. */
  predict: (input: Float32Array, rows: number) => Float32Array;
  saveState: () => TrainerState;
  loadState: (state: TrainerState) => void;
  /** The network as it is shipped; output `o` is multiplied by `scales[o]`. */
  toNetwork: (scales: ArrayLike<number>) => RecurrentNetwork;
}

export function createSequenceNetwork(options: SequenceNetworkOptions): SequenceNetwork {
  const { units, inputs, history, outputs, dropout } = options;
  const width = units.at(-1)!;
  const lstm: LstmSpec = { kind: 'lstm', inputs, units, maxBatch: MAX_ROWS, maxSteps: history };
  const head: DenseSpec = { kind: 'dense', inputs: width, outputs, activation: 'linear', maxRows: MAX_ROWS };
  const trainer = createTrainer({ lstm, head }, { seed: options.seed });
  const { modules } = trainer;
  if (options.startFromZero) {
    modules.head.setWeights({ kernel: new Float32Array(width * outputs), bias: new Float32Array(outputs) });
  }

  const lastStates = (input: Float32Array, rows: number): Float32Array => {
    const states = modules.lstm.forward(input, rows, history);
    const last = new Float32Array(rows * width);
    for (let row = 0; row < rows; row++) {
      const end = (row + 1) * history * width;
      last.set(states.subarray(end - width, end), row * width);
    }
    return last;
  };

  return {
    parameterCount: trainer.parameterCount,
    learn: (input, rows, gradientOf, { learningRate, weightDecay, random }) => {
      const last = lastStates(input, rows);
      const mask = last.map(() => (random.uniform() < dropout ? 0 : 1 / (1 - dropout)));
      const gradient = modules.head.backward(
        gradientOf(
          modules.head.forward(
            last.map((value, i) => value * mask[i]),
            rows,
          ),
        ),
      );
      const states = new Float32Array(rows * history * width);
      for (let row = 0; row < rows; row++) {
        for (let unit = 0; unit < width; unit++) {
          const from = row * width + unit;
          states[((row + 1) * history - 1) * width + unit] = gradient[from] * mask[from];
        }
      }
      modules.lstm.backward(states);
      trainer.adamStep({ learningRate, weightDecay, clipNorm: CLIP_NORM });
    },
    predict: (input, rows) => {
      const answers = new Float32Array(rows * outputs);
      const size = history * inputs;
      for (let start = 0; start < rows; start += MAX_ROWS) {
        const count = Math.min(MAX_ROWS, rows - start);
        const part = input.subarray(start * size, (start + count) * size);
        answers.set(modules.head.forward(lastStates(part, count), count), start * outputs);
      }
      return answers;
    },
    saveState: () => trainer.saveState(),
    loadState: (state) => {
      trainer.loadState(state);
    },
    toNetwork: (scales) => {
      const layers = modules.lstm.getWeights();
      const { kernel, bias } = modules.head.getWeights();
      return {
        steps: history,
        inputs,
        layers: [
          ...layers.map((layer, i): LstmLayer => ({
            ...layer,
            kind: 'lstm',
            returnSequences: i < layers.length - 1,
          })),
          {
            kind: 'dense',
            inputs: width,
            outputs,
            activation: 'linear',
            kernel: kernel.map((value, i) => value * scales[i % outputs]),
            bias: bias.map((value, i) => value * scales[i]),
          },
        ],
      };
    },
  };
}
