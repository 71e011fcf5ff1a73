import { CLIP_FRAMES } from '../../audio/constants.ts';
import type { DenseSpec, LstmSpec, Trainer, TrainerState } from '../../emotion/kernel/trainer-types.ts';
import { createTrainer } from '../../emotion/kernel/trainer.ts';
import type { LstmLayer, RecurrentNetwork } from '../../emotion/network.ts';
import { multiply } from '../run/multiply.ts';
import type { Random } from '../run/random.ts';
import { scaledHead, type OutputScale } from '../run/scaled-head.ts';

/** Clips in one pass; longer lists are run in parts. */
const MAX_ROWS = 256;

export interface ClipNetworkOptions {
  /** Numbers a frame. */
  readonly bands: number;
  readonly units: readonly number[];
  readonly pooling: 'last' | 'mean';
  /** Numbers that the head gives for a clip. */
  readonly outputs: number;
  readonly dropout: number;
  readonly seed: number;
}

/** The clip LSTM under training: LSTM layers, pooling over the 44 steps, dropout, a linear head. */
export interface ClipNetwork {
  readonly parameterCount: number;
  /** Largest number of clips that `learn` takes. */
  readonly maxRows: number;
  /**
   * One step of learning.
   * @param input normalised clips, `[rows, 44, bands]`
   * @param gradientOf dLoss/dOutput `[rows, outputs]` for the outputs given
   */
  learn: (
    input: Float32Array,
    rows: number,
    gradientOf: (outputs: Float32Array) => Float32Array,
    options: { learningRate: number; weightDecay: number; random: Random },
  ) => void;
  /** Outputs `[rows, outputs]` for any number of rows, without dropout. */
  predict: (input: Float32Array, rows: number) => Float32Array;
  saveState: () => TrainerState;
  loadState: (state: TrainerState) => void;
  /** The network as it is shipped: its first two outputs, on the rating scale. */
  toNetwork: (scale: OutputScale) => RecurrentNetwork;
}

const CLIP_NORM = 1;

export function createClipNetwork(options: ClipNetworkOptions): ClipNetwork {
  const { bands, units, pooling, outputs, dropout } = options;
  const width = units.at(-1)!;
  const lstm: LstmSpec = {
    kind: 'lstm',
    inputs: bands,
    units,
    maxBatch: MAX_ROWS,
    maxSteps: CLIP_FRAMES,
  };
  const head: DenseSpec = { kind: 'dense', inputs: width, outputs, activation: 'linear', maxRows: MAX_ROWS };
  const trainer = createTrainer({ lstm, head }, { seed: options.seed });
  const { modules } = trainer;

  const pooledStates = (input: Float32Array, rows: number): Float32Array =>
    pool(modules.lstm.forward(input, rows, CLIP_FRAMES), rows, width, pooling);

  return {
    parameterCount: trainer.parameterCount,
    maxRows: MAX_ROWS,
    learn: (input, rows, gradientOf, { learningRate, weightDecay, random }) => {
      const pooled = pooledStates(input, rows);
      const mask = drawDropout(pooled.length, dropout, random);
      multiply(pooled, mask);
      const gradient = modules.head.backward(gradientOf(modules.head.forward(pooled, rows)));
      multiply(gradient, mask);
      modules.lstm.backward(unpool(gradient, rows, width, pooling));
      trainer.adamStep({ learningRate, weightDecay, clipNorm: CLIP_NORM });
    },
    predict: (input, rows) => {
      const size = CLIP_FRAMES * bands;
      const answers = new Float32Array(rows * outputs);
      for (let start = 0; start < rows; start += MAX_ROWS) {
        const count = Math.min(MAX_ROWS, rows - start);
        const part = input.subarray(start * size, (start + count) * size);
        answers.set(modules.head.forward(pooledStates(part, count), count), start * outputs);
      }
      return answers;
    },
    saveState: () => trainer.saveState(),
    loadState: (state) => {
      trainer.loadState(state);
    },
    toNetwork: (scale) => toNetwork(trainer, options, scale),
  };
}

function pool(states: Float32Array, rows: number, width: number, pooling: 'last' | 'mean'): Float32Array {
  const pooled = new Float32Array(rows * width);
  for (let row = 0; row < rows; row++) {
    for (let step = pooling === 'last' ? CLIP_FRAMES - 1 : 0; step < CLIP_FRAMES; step++) {
      const from = (row * CLIP_FRAMES + step) * width;
      for (let unit = 0; unit < width; unit++) pooled[row * width + unit] += states[from + unit];
    }
  }
  if (pooling === 'mean') for (let i = 0; i < pooled.length; i++) pooled[i] /= CLIP_FRAMES;
  return pooled;
}

function unpool(gradient: Float32Array, rows: number, width: number, pooling: 'last' | 'mean'): Float32Array {
  const states = new Float32Array(rows * CLIP_FRAMES * width);
  const share = pooling === 'mean' ? 1 / CLIP_FRAMES : 1;
  for (let row = 0; row < rows; row++) {
    for (let step = pooling === 'last' ? CLIP_FRAMES - 1 : 0; step < CLIP_FRAMES; step++) {
      const to = (row * CLIP_FRAMES + step) * width;
      for (let unit = 0; unit < width; unit++) states[to + unit] = gradient[row * width + unit] * share;
    }
  }
  return states;
}

function drawDropout(length: number, dropout: number, random: Random): Float32Array {
  const mask = new Float32Array(length).fill(1);
  if (dropout === 0) return mask;
  for (let i = 0; i < length; i++) mask[i] = random.uniform() < dropout ? 0 : 1 / (1 - dropout);
  return mask;
}

function toNetwork(
  trainer: Trainer<{ lstm: LstmSpec; head: DenseSpec }>,
  { bands, pooling, outputs }: ClipNetworkOptions,
  scale: OutputScale,
): RecurrentNetwork {
  const layers = trainer.modules.lstm.getWeights();
  return {
    steps: CLIP_FRAMES,
    inputs: bands,
    layers: [
      ...layers.map((layer, i): LstmLayer => ({
        ...layer,
        kind: 'lstm',
        returnSequences: i < layers.length - 1 || pooling === 'mean',
      })),
      scaledHead(trainer.modules.head.getWeights(), outputs, scale),
    ],
  };
}
