import type { DenseSpec, LstmSpec, Trainer, TrainerState } from '../../emotion/kernel/trainer-types.ts';
import { createTrainer } from '../../emotion/kernel/trainer.ts';
import type { LstmLayer, RecurrentNetwork } from '../../emotion/network.ts';
import { SONG_ANSWERS } from '../../emotion/song/song-curve.ts';
import { multiply } from '../run/multiply.ts';
import type { Random } from '../run/random.ts';
import type { OutputScale } from '../run/scaled-head.ts';
import { joinRows, reverseSteps, splitRows } from './two-ways.ts';

export interface SongNetworkOptions {
  readonly inputs: number;
  /** Of the LSTM of either direction. */
  readonly units: number;
  readonly outputs: number;
  readonly dropout: number;
  readonly maxBatch: number;
  readonly maxSteps: number;
  readonly seed: number;
}

/** The two recurrent networks of a song as they are shipped; their answers are added. */
export interface SongNetworkPair {
  readonly forward: RecurrentNetwork;
  readonly backward: RecurrentNetwork;
}

/** All networks that read the clips of a song. */
export interface SongNetworks extends SongNetworkPair {
  readonly landmarks: RecurrentNetwork;
}

/** The song LSTMs under training: one reads forwards, one backwards; dropout, one linear head over both. */
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
  /** The networks as they are shipped: the first four outputs, on the rating scale. */
  toNetworks: (scale: OutputScale) => SongNetworkPair;
}

const CLIP_NORM = 1;

export function createSongNetwork(options: SongNetworkOptions): SongNetwork {
  const { inputs, units, outputs, dropout, maxBatch, maxSteps } = options;
  const lstm: LstmSpec = { kind: 'lstm', inputs, units: [units], maxBatch, maxSteps };
  const maxRows = maxBatch * maxSteps;
  const head: DenseSpec = { kind: 'dense', inputs: 2 * units, outputs, activation: 'linear', maxRows };
  const trainer = createTrainer({ forward: lstm, backward: lstm, head }, { seed: options.seed });
  const { modules } = trainer;
  return {
    parameterCount: trainer.parameterCount,
    learn: (input, { batch, steps }, gradientOf, { learningRate, weightDecay, random }) => {
      const turned = reverseSteps(input, batch, steps);
      const early = modules.forward.forward(input, batch, steps).slice();
      const late = reverseSteps(modules.backward.forward(turned, batch, steps), batch, steps);
      const states = joinRows(early, late, units);
      const mask = lastingDropout({ batch, steps, width: 2 * units }, dropout, random);
      multiply(states, mask);
      const gradient = modules.head.backward(gradientOf(modules.head.forward(states, batch * steps)));
      multiply(gradient, mask);
      const [toEarly, toLate] = splitRows(gradient, units);
      modules.forward.backward(toEarly);
      modules.backward.backward(reverseSteps(toLate, batch, steps));
      trainer.adamStep({ learningRate, weightDecay, clipNorm: CLIP_NORM });
    },
    saveState: () => trainer.saveState(),
    loadState: (state) => {
      trainer.loadState(state);
    },
    toNetworks: (scale) => toNetworks(trainer, options, scale),
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

/** The head over both directions becomes a head for each, the bias with the first: their sum is what it said. */
function toNetworks(
  { modules }: Trainer<{ forward: LstmSpec; backward: LstmSpec; head: DenseSpec }>,
  { inputs, units, outputs }: SongNetworkOptions,
  { mean, standardDeviation }: OutputScale,
): SongNetworkPair {
  const { kernel, bias } = modules.head.getWeights();
  const factors = [...standardDeviation, 1, 1];
  const shifts = [...mean, ...standardDeviation.map((deviation) => 2 * Math.log(deviation))];
  const network = (way: 'forward' | 'backward'): RecurrentNetwork => ({
    steps: null,
    inputs,
    layers: [
      ...modules[way]
        .getWeights()
        .map((layer): LstmLayer => ({ ...layer, kind: 'lstm', returnSequences: true })),
      {
        kind: 'dense',
        inputs: units,
        outputs: SONG_ANSWERS,
        activation: 'linear',
        kernel: Float32Array.from({ length: units * SONG_ANSWERS }, (_, i) => {
          const unit = Math.floor(i / SONG_ANSWERS) + (way === 'forward' ? 0 : units);
          return kernel[unit * outputs + (i % SONG_ANSWERS)] * factors[i % SONG_ANSWERS];
        }),
        bias: Float32Array.from({ length: SONG_ANSWERS }, (_, i) =>
          way === 'forward' ? bias[i] * factors[i] + shifts[i] : 0,
        ),
      },
    ],
  });
  return { forward: network('forward'), backward: network('backward') };
}
