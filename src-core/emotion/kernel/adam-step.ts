import type { Parameters } from './parameters.ts';
import type { AdamOptions } from './trainer-types.ts';

/**
 * Step number `step` (from 1) of Adam on all parameters; a gradient that is not finite changes nothing.
 * @returns the gradient's L2 norm before clipping.
 */
export function adamStep(parameters: Parameters, step: number, options: AdamOptions): number {
  const {
    learningRate,
    beta1 = 0.9,
    beta2 = 0.999,
    epsilon = 1e-8,
    weightDecay = 0,
    clipNorm = Infinity,
  } = options;
  const { call } = parameters.kernel;
  const norm = Math.sqrt(call.sumOfSquares(parameters.totalFloats, parameters.gradient));
  if (!Number.isFinite(norm)) return norm;
  const update = (first: number, count: number, keep: number): void => {
    call.adam(
      count,
      parameters.value + first * 4,
      parameters.gradient + first * 4,
      parameters.firstMoment + first * 4,
      parameters.secondMoment + first * 4,
      norm > clipNorm ? clipNorm / norm : 1,
      learningRate,
      beta1,
      beta2,
      epsilon,
      1 / (1 - beta1 ** step),
      1 / (1 - beta2 ** step),
      keep,
    );
  };
  update(0, parameters.weightFloats, 1 - learningRate * weightDecay);
  update(parameters.weightFloats, parameters.totalFloats - parameters.weightFloats, 1);
  return norm;
}
