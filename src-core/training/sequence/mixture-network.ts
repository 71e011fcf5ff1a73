import type { TrainerState } from '../../emotion/kernel/trainer-types.ts';
import { createTrainer } from '../../emotion/kernel/trainer.ts';
import { mixtureInputs } from '../../emotion/mixture-input.ts';
import type { Autoregression } from '../../emotion/model-files/normalisation-types.ts';
import type { LstmLayer, RecurrentNetwork } from '../../emotion/network.ts';
import type { Random } from '../run/random.ts';
import { FORECAST_SIZE } from './forecast-score.ts';
import { linearView, moveLinear, type LinearView } from './linear-view.ts';
import type { MixtureBatch } from './mixture-batch.ts';
import { mixtureLoss } from './mixture-loss.ts';
import { applyPieceMask, drawPieceMask } from './piece-dropout.ts';
import { linearKernel, scaledAnswers, scaledRegression } from './scaled-mixture.ts';
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
  const sizes = { width, lags, mixed: start.length };
  const answers = 2 * FORECAST_SIZE + start.length;
  const linearOutputs = FORECAST_SIZE * start.length;
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
  const regressions = start.map(({ weights }) => weights);
  linear.setWeights({
    kernel: linearKernel(regressions, lags, scales.units),
    bias: new Float32Array(linearOutputs),
  });

  return {
    parameterCount: trainer.parameterCount,
    learn: (batch, learningRate, random) => {
      const rows = batch.pieces * history;
      const states = lstm.forward(batch.input, batch.pieces, history);
      const mask = drawPieceMask(batch.pieces, width, dropout, random);
      applyPieceMask(states, mask, history, width);
      const { loss, answerGradient, linearGradient } = mixtureLoss(
        head.forward(states, rows),
        linear.forward(batch.linearInput, rows),
        batch,
      );
      const stateGradient = head.backward(answerGradient);
      applyPieceMask(stateGradient, mask, history, width);
      lstm.backward(stateGradient);
      linear.backward(linearGradient);
      trainer.adamStep({ learningRate, weightDecay: recipe.weightDecay, clipNorm: CLIP_NORM });
      return loss;
    },
    linearView: ({ pieces, input, linearInput }) => {
      const steps = pieces * history;
      const states = lstm.forward(input, pieces, history);
      const answered = head.forward(states, steps);
      const regressed = linear.forward(linearInput, steps);
      return linearView(steps, sizes, { states, answered, regressed, linearInput });
    },
    moveLinear: (change) => {
      const moved = { head: head.getWeights(), linear: linear.getWeights() };
      moveLinear(change, sizes, moved);
      head.setWeights(moved.head);
      linear.setWeights(moved.linear);
    },
    saveState: () => trainer.saveState(),
    loadState: (state) => {
      trainer.loadState(state);
    },
    toModel: () => {
      const shippedHead = scaledAnswers(head.getWeights(), scales.units);
      const layers = lstm
        .getWeights()
        .map((layer): LstmLayer => ({ ...layer, kind: 'lstm', returnSequences: true }));
      return {
        network: {
          steps: null,
          inputs,
          layers: [
            ...layers,
            { kind: 'dense', inputs: width, outputs: answers, activation: 'linear', ...shippedHead },
          ],
        },
        regressions: start.map(({ curves }, k) => ({
          curves,
          ...scaledRegression(linear.getWeights(), k, scales.units),
        })),
      };
    },
  };
}
