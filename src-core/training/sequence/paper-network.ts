import type { TrainerState } from '../../emotion/kernel/trainer-types.ts';
import { createTrainer } from '../../emotion/kernel/trainer.ts';
import type { LstmLayer, RecurrentNetwork } from '../../emotion/network.ts';
import type { PaperSequenceRecipe } from './sequence-recipe.ts';

const CLIP_NORM = 1;

/** The paper's sequence LSTM under training: LSTM layers, their last step, a linear layer to a pair. */
export interface PaperNetwork {
  readonly parameterCount: number;
  /** One step of the optimiser on `rows` histories and what followed them. @returns the loss before it */
  learn: (histories: Float32Array, futures: Float32Array, rows: number, learningRate: number) => number;
  /** Half the mean squared error. */
  loss: (histories: Float32Array, futures: Float32Array, rows: number) => number;
  saveState: () => TrainerState;
  loadState: (state: TrainerState) => void;
  toNetwork: () => RecurrentNetwork;
}

export function createPaperNetwork(recipe: PaperSequenceRecipe, seed: number): PaperNetwork {
  const { units, history, batchWindows } = recipe;
  const width = units.at(-1)!;
  const trainer = createTrainer(
    {
      lstm: { kind: 'lstm', inputs: 2, units, maxBatch: batchWindows, maxSteps: history },
      head: { kind: 'dense', inputs: width, outputs: 2, activation: 'linear', maxRows: batchWindows },
    },
    { seed },
  );
  const { lstm, head } = trainer.modules;

  const answer = (histories: Float32Array, rows: number): Float32Array => {
    const states = lstm.forward(histories, rows, history);
    const last = new Float32Array(rows * width);
    for (let row = 0; row < rows; row++) {
      const end = (row + 1) * history * width;
      last.set(states.subarray(end - width, end), row * width);
    }
    return head.forward(last, rows);
  };

  return {
    parameterCount: trainer.parameterCount,
    learn: (histories, futures, rows, learningRate) => {
      const answers = answer(histories, rows);
      const gradient = head.backward(answers.map((value, i) => (value - futures[i]) / answers.length));
      const states = new Float32Array(rows * history * width);
      for (let row = 0; row < rows; row++) {
        states.set(gradient.subarray(row * width, (row + 1) * width), ((row + 1) * history - 1) * width);
      }
      lstm.backward(states);
      trainer.adamStep({ learningRate, weightDecay: recipe.weightDecay, clipNorm: CLIP_NORM });
      return halfMeanSquare(answers, futures);
    },
    loss: (histories, futures, rows) => {
      let sum = 0;
      for (let start = 0; start < rows; start += batchWindows) {
        const count = Math.min(batchWindows, rows - start);
        const part = histories.subarray(start * history * 2, (start + count) * history * 2);
        sum += halfMeanSquare(answer(part, count), futures.subarray(start * 2, (start + count) * 2)) * count;
      }
      return sum / rows;
    },
    saveState: () => trainer.saveState(),
    loadState: (state) => {
      trainer.loadState(state);
    },
    toNetwork: () => {
      const layers = lstm.getWeights();
      const stack = layers.map((layer, i): LstmLayer => ({
        ...layer,
        kind: 'lstm',
        returnSequences: i < layers.length - 1,
      }));
      const top = {
        kind: 'dense',
        inputs: width,
        outputs: 2,
        activation: 'linear',
        ...head.getWeights(),
      } as const;
      return { steps: history, inputs: 2, layers: [...stack, top] };
    },
  };
}

function halfMeanSquare(answers: Float32Array, truth: Float32Array): number {
  return answers.reduce((sum, value, i) => sum + (value - truth[i]) ** 2, 0) / (2 * answers.length);
}
