import { autoregressionInput } from '../../emotion/autoregress.ts';
import { mixtureInputs, writeMixtureInput } from '../../emotion/mixture-input.ts';
import { FORECAST_SIZE, FORECAST_STEPS } from './forecast-score.ts';
import type { MixtureRecipe } from './sequence-recipe.ts';
import type { SetScales } from './set-scales.ts';
import type { TrainingPiece } from './training-piece.ts';

/** Divides offsets, so that they reach the network at a scale of about 1: how far curves move in some seconds. */
export const INPUT_SCALE = 0.03;

/** Some pieces as the network sees them; every piece takes `history` steps, of which the last ones may be empty. */
export interface MixtureBatch {
  readonly pieces: number;
  /** For the LSTM, `[pieces, history, mixtureInputs]`. */
  readonly input: Float32Array;
  /** For the autoregressions, `[pieces * history, 2 * lags]`. */
  readonly linearInput: Float32Array;
  /** What to answer, in the scales' units, `[pieces * history, FORECAST_SIZE]`. */
  readonly targets: Float32Array;
  /** How much each answer's squared error counts, and how much its band; 0 where the song has ended. */
  readonly weights: Float32Array;
  readonly bandWeights: Float32Array;
}

export function gatherBatch(
  pieces: readonly TrainingPiece[],
  recipe: MixtureRecipe,
  scales: SetScales,
): MixtureBatch {
  const { history, lags } = recipe;
  const steps = pieces.length * history;
  const shape = { inputOffsets: recipe.inputOffsets, inputScale: INPUT_SCALE };
  const width = mixtureInputs(recipe);
  const input = new Float32Array(steps * width);
  const linearInput = new Float32Array(steps * 2 * lags);
  const targets = new Float32Array(steps * FORECAST_SIZE);
  const weights = new Float32Array(targets.length);
  const bandWeights = new Float32Array(targets.length);
  pieces.forEach(({ set, reading, steps: length, truth }, row) => {
    const first = row * history;
    const { share, left } = scales.sets.get(set)!;
    writeMixtureInput(reading, 0, length, shape, input, first * width);
    for (let step = 0; step < length; step++) {
      writeLinearInput(reading.pairs, step, lags, linearInput, (first + step) * 2 * lags);
      const reach = Math.min(FORECAST_STEPS, truth.length / 2 - 1 - step);
      for (let o = 0; o < 2 * reach; o++) {
        const at = (first + step) * FORECAST_SIZE + o;
        const ahead = o >> 1;
        targets[at] = (truth[2 * (step + 1) + o] - reading.pairs[2 * step + (o % 2)]) / scales.units[ahead];
        weights[at] = share / left[ahead] ** 2;
        bandWeights[at] = share * recipe.bandWeight;
      }
    }
  });
  return { pieces: pieces.length, input, linearInput, targets, weights, bandWeights };
}

/** Offsets in the scale of the network's own input; the pair itself as it is. */
function writeLinearInput(
  pairs: Float32Array,
  step: number,
  lags: number,
  target: Float32Array,
  offset: number,
): void {
  const at = { first: 0, step };
  for (let i = 0; i < 2 * lags; i++) {
    target[offset + i] = autoregressionInput(pairs, at, lags, i) * linearScale(i, lags);
  }
}

/** What input `i` of an autoregression is multiplied with under training. */
export function linearScale(i: number, lags: number): number {
  return i < 2 * lags - 2 ? 1 / INPUT_SCALE : 1;
}
