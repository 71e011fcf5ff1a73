import type { TrainerState } from '../../emotion/kernel/trainer-types.ts';
import { createTrainer } from '../../emotion/kernel/trainer.ts';
import { mixtureInputs } from '../../emotion/mixture-input.ts';
import type { Autoregression } from '../../emotion/model-files/normalisation-types.ts';
import type { LstmLayer, RecurrentNetwork } from '../../emotion/network.ts';
import { softmax } from '../../emotion/softmax.ts';
import type { Random } from '../run/random.ts';
import { FORECAST_SIZE } from './forecast-score.ts';
import { linearScale, type MixtureBatch } from './mixture-batch.ts';
import { mixtureLoss } from './mixture-loss.ts';
import type { MixtureRecipe } from './sequence-recipe.ts';
import type { SetScales } from './set-scales.ts';

const CLIP_NORM = 1;

/** A mixture under training: an LSTM with a linear head on every step, and the autoregressions beside it. */
export interface MixtureNetwork {
  readonly parameterCount: number;
  /** One step of the optimiser. @returns the batch's loss before it */
  learn: (batch: MixtureBatch, learningRate: number, random: Random) => number;
  /** What forecasts are linear in, over a batch. */
  linearView: (batch: MixtureBatch) => LinearView;
  /** Adds to the weights of the inputs of a {@link LinearView}, `[width, FORECAST_SIZE]`. */
  moveLinear: (change: Float64Array) => void;
  saveState: () => TrainerState;
  loadState: (state: TrainerState) => void;
  /** The network and the autoregressions as they are shipped, in units of the axes. */
  toModel: () => { network: RecurrentNetwork; regressions: Autoregression[] };
}

/** Forecasts as a linear function: of the LSTM's states, and of the autoregressions' inputs times their weights. */
export interface LinearView {
  readonly width: number;
  /** What is forecast, in the scales' units, `[steps, FORECAST_SIZE]`. */
  readonly said: Float32Array;
  /** The inputs at a step, `width` numbers; the array is used again by the next call. */
  readonly inputsAt: (step: number) => Float64Array;
}

/** @param start the autoregressions to begin with, in units of the axes; the network begins by weighting them evenly */
export function createMixtureNetwork(
  recipe: MixtureRecipe,
  scales: SetScales,
  start: readonly { readonly curves: string; readonly weights: Float64Array }[],
  seed: number,
): MixtureNetwork {
  const { units, history, lags, dropout } = recipe;
  const inputs = mixtureInputs(recipe);
  const width = units.at(-1)!;
  const answers = 2 * FORECAST_SIZE + start.length;
  const mixed = start.length;
  const linearOutputs = FORECAST_SIZE * mixed;
  const viewWidth = width + 1 + mixed * (2 * lags + 1);
  const maxRows = recipe.batchPieces * history;
  const trainer = createTrainer(
    {
      lstm: { kind: 'lstm', inputs, units, maxBatch: recipe.batchPieces, maxSteps: history },
      head: { kind: 'dense', inputs: width, outputs: answers, activation: 'linear', maxRows },
      linear: { kind: 'dense', inputs: 2 * lags, outputs: linearOutputs, activation: 'linear', maxRows },
    },
    { seed },
  );
  const { lstm, head, linear } = trainer.modules;
  head.setWeights({ kernel: new Float32Array(width * answers), bias: new Float32Array(answers) });
  const scaleOf = (input: number, output: number): number =>
    linearScale(input, lags) * scales.units[(output % FORECAST_SIZE) >> 1];
  linear.setWeights({
    kernel: Float32Array.from({ length: 2 * lags * linearOutputs }, (_, at) => {
      const input = Math.floor(at / linearOutputs);
      const output = at % linearOutputs;
      const own = input * FORECAST_SIZE + (output % FORECAST_SIZE);
      return start[Math.floor(output / FORECAST_SIZE)].weights[own] / scaleOf(input, output);
    }),
    bias: new Float32Array(linearOutputs),
  });

  return {
    parameterCount: trainer.parameterCount,
    learn: (batch, learningRate, random) => {
      const rows = batch.pieces * history;
      const states = lstm.forward(batch.input, batch.pieces, history);
      const mask = drawMask(batch.pieces, random);
      applyMask(states, mask);
      const { loss, answerGradient, linearGradient } = mixtureLoss(
        head.forward(states, rows),
        linear.forward(batch.linearInput, rows),
        batch,
      );
      const stateGradient = head.backward(answerGradient);
      applyMask(stateGradient, mask);
      lstm.backward(stateGradient);
      linear.backward(linearGradient);
      trainer.adamStep({ learningRate, weightDecay: recipe.weightDecay, clipNorm: CLIP_NORM });
      return loss;
    },
    linearView: (batch) => {
      const steps = batch.pieces * history;
      const states = lstm.forward(batch.input, batch.pieces, history);
      const answered = head.forward(states, steps);
      const regressed = linear.forward(batch.linearInput, steps);
      const said = new Float32Array(steps * FORECAST_SIZE);
      const shares = new Float64Array(steps * mixed);
      for (let step = 0; step < steps; step++) {
        shares.set(softmax(answered, step * answers + 2 * FORECAST_SIZE, mixed), step * mixed);
        for (let o = 0; o < FORECAST_SIZE; o++) {
          let sum = answered[step * answers + o];
          for (let k = 0; k < mixed; k++) {
            sum += shares[step * mixed + k] * regressed[(step * mixed + k) * FORECAST_SIZE + o];
          }
          said[step * FORECAST_SIZE + o] = sum;
        }
      }
      const row = new Float64Array(viewWidth);
      const inputsAt = (step: number): Float64Array => {
        for (let unit = 0; unit < width; unit++) row[unit] = states[step * width + unit];
        row[width] = 1;
        for (let k = 0, at = width + 1; k < mixed; k++) {
          const share = shares[step * mixed + k];
          for (let i = 0; i < 2 * lags; i++) row[at++] = share * batch.linearInput[step * 2 * lags + i];
          row[at++] = share;
        }
        return row;
      };
      return { width: viewWidth, said, inputsAt };
    },
    moveLinear: (change) => {
      const own = head.getWeights();
      const regressions = linear.getWeights();
      for (let o = 0; o < FORECAST_SIZE; o++) {
        for (let unit = 0; unit < width; unit++)
          own.kernel[unit * answers + o] += change[unit * FORECAST_SIZE + o];
        own.bias[o] += change[width * FORECAST_SIZE + o];
        for (let k = 0, at = width + 1; k < mixed; k++) {
          const to = k * FORECAST_SIZE + o;
          for (let i = 0; i < 2 * lags; i++) {
            regressions.kernel[i * linearOutputs + to] += change[at++ * FORECAST_SIZE + o];
          }
          regressions.bias[to] += change[at++ * FORECAST_SIZE + o];
        }
      }
      head.setWeights(own);
      linear.setWeights(regressions);
    },
    saveState: () => trainer.saveState(),
    loadState: (state) => {
      trainer.loadState(state);
    },
    toModel: () => ({
      network: {
        steps: null,
        inputs,
        layers: [
          ...lstm.getWeights().map((layer): LstmLayer => ({ ...layer, kind: 'lstm', returnSequences: true })),
          { kind: 'dense', inputs: width, outputs: answers, activation: 'linear', ...scaledHead() },
        ],
      },
      regressions: start.map(({ curves }, k) => ({ curves, ...scaledRegression(k) })),
    }),
  };

  /** Dropout of units for whole pieces, so that a unit cannot be told from its neighbours in time. */
  function drawMask(pieces: number, random: Random): Float32Array {
    return Float32Array.from({ length: pieces * width }, () =>
      random.uniform() < dropout ? 0 : 1 / (1 - dropout),
    );
  }

  /** @param values `[pieces, history, width]`, changed in place */
  function applyMask(values: Float32Array, mask: Float32Array): void {
    for (let i = 0, piece = 0; i < values.length; piece += width) {
      for (const end = i + history * width; i < end;) {
        for (let unit = 0; unit < width; unit++, i++) values[i] *= mask[piece + unit];
      }
    }
  }

  /** Corrections times their units, half-widths as well (they are logarithms: a sum), logits as they are. */
  function scaledHead(): { kernel: Float32Array; bias: Float32Array } {
    const { kernel, bias } = head.getWeights();
    const unit = (output: number): number => scales.units[(output % FORECAST_SIZE) >> 1];
    return {
      kernel: kernel.map((value, at) => (at % answers < FORECAST_SIZE ? value * unit(at % answers) : value)),
      bias: bias.map((value, output) => {
        if (output < FORECAST_SIZE) return value * unit(output);
        return output < 2 * FORECAST_SIZE ? value + Math.log(unit(output)) : value;
      }),
    };
  }

  function scaledRegression(k: number): Pick<Autoregression, 'weights' | 'bias'> {
    const { kernel, bias } = linear.getWeights();
    const own = k * FORECAST_SIZE;
    return {
      weights: Array.from({ length: 2 * lags * FORECAST_SIZE }, (_, at) => {
        const input = Math.floor(at / FORECAST_SIZE);
        const output = at % FORECAST_SIZE;
        return shortNumber(kernel[input * linearOutputs + own + output] * scaleOf(input, output));
      }),
      bias: Array.from({ length: FORECAST_SIZE }, (_, output) =>
        shortNumber(bias[own + output] * scales.units[output >> 1]),
      ),
    };
  }
}

/** As many digits as a float32 tells apart. */
function shortNumber(value: number): number {
  return Number(value.toPrecision(7));
}
