import { softmax } from '../../emotion/softmax.ts';
import { BAND_SHARE } from './forecast-bands.ts';
import { FORECAST_SIZE } from './forecast-score.ts';
import type { MixtureBatch } from './mixture-batch.ts';

/** Errors below this count as this in the bands' loss, which takes their logarithm. */
const SMALLEST_ERROR = 1e-6;

export interface MixtureLoss {
  readonly loss: number;
  /** dLoss/dAnswers and dLoss/dLinear, in the shapes given. */
  readonly answerGradient: Float32Array;
  readonly linearGradient: Float32Array;
}

/**
 * Half the weighted mean squared error of the mixed and corrected forecasts + the weighted mean pinball loss
 * (Koenker & Bassett 1978) of the bands: of the logarithm of how far the truth lies from the forecast, which the bands
 * see but do not pull.
 * @param answers the network's, `[steps, 2 * FORECAST_SIZE + mixed]`: corrections, logarithms of half-widths, logits
 * @param linear the autoregressions', `[steps, mixed * FORECAST_SIZE]`
 */
export function mixtureLoss(
  answers: Float32Array,
  linear: Float32Array,
  { targets, weights, bandWeights }: Pick<MixtureBatch, 'targets' | 'weights' | 'bandWeights'>,
): MixtureLoss {
  const steps = targets.length / FORECAST_SIZE;
  const mixed = linear.length / targets.length;
  const width = 2 * FORECAST_SIZE + mixed;
  const answerGradient = new Float32Array(answers.length);
  const linearGradient = new Float32Array(linear.length);
  const count = targets.length;
  let loss = 0;
  for (let step = 0; step < steps; step++) {
    const to = step * width;
    const from = step * FORECAST_SIZE;
    // What has a truth at all has one at the first step.
    if (weights[from] === 0) continue;
    const shares = softmax(answers, to + 2 * FORECAST_SIZE, mixed);
    const pulls = new Float64Array(mixed);
    for (let o = 0; o < FORECAST_SIZE && weights[from + o] > 0; o++) {
      let said = answers[to + o];
      for (let k = 0; k < mixed; k++) said += shares[k] * linear[(step * mixed + k) * FORECAST_SIZE + o];
      const error = said - targets[from + o];
      const gradient = (weights[from + o] * error) / count;
      answerGradient[to + o] = gradient;
      for (let k = 0; k < mixed; k++) {
        const at = (step * mixed + k) * FORECAST_SIZE + o;
        linearGradient[at] = shares[k] * gradient;
        pulls[k] += linear[at] * gradient;
      }
      const beyond = Math.log(Math.max(SMALLEST_ERROR, Math.abs(error))) - answers[to + FORECAST_SIZE + o];
      const slope = beyond > 0 ? BAND_SHARE : BAND_SHARE - 1;
      answerGradient[to + FORECAST_SIZE + o] = (-slope * bandWeights[from + o]) / count;
      loss += (weights[from + o] * error * error) / 2 + bandWeights[from + o] * slope * beyond;
    }
    const mean = pulls.reduce((sum, pull, k) => sum + shares[k] * pull, 0);
    pulls.forEach((pull, k) => (answerGradient[to + 2 * FORECAST_SIZE + k] = shares[k] * (pull - mean)));
  }
  return { loss: loss / count, answerGradient, linearGradient };
}
