/**
 * Ridge regression by the normal equations, accumulated row by row so that no matrix of all rows is ever held:
 * `W = (X'X + lambda I)^-1 X'Y`. There is no intercept of its own; append a constant input for one.
 */
export interface RidgeSums {
  readonly inputs: number;
  readonly outputs: number;
  readonly gram: Float64Array;
  readonly cross: Float64Array;
}

export function createRidgeSums(inputs: number, outputs: number): RidgeSums {
  return {
    inputs,
    outputs,
    gram: new Float64Array(inputs * inputs),
    cross: new Float64Array(inputs * outputs),
  };
}

export function addRidgeRow(sums: RidgeSums, x: ArrayLike<number>, y: ArrayLike<number>): void {
  for (let i = 0; i < sums.inputs; i++) {
    const xi = x[i];
    for (let j = 0; j <= i; j++) sums.gram[i * sums.inputs + j] += xi * x[j];
    for (let o = 0; o < sums.outputs; o++) sums.cross[i * sums.outputs + o] += xi * y[o];
  }
}

/** Weights, `inputs` x `outputs`, by Cholesky factorisation. @throws {RangeError} where `lambda` is too small for it. */
export function solveRidge(sums: RidgeSums, lambda: number): Float64Array {
  const { inputs: n, outputs } = sums;
  const factor = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = sums.gram[i * n + j] + (i === j ? lambda : 0);
      for (let k = 0; k < j; k++) sum -= factor[i * n + k] * factor[j * n + k];
      if (i !== j) factor[i * n + j] = sum / factor[j * n + j];
      else if (sum > 0) factor[i * n + i] = Math.sqrt(sum);
      else throw new RangeError('The inputs are linearly dependent; ridge regression needs a larger lambda.');
    }
  }
  const weights = Float64Array.from(sums.cross);
  for (let o = 0; o < outputs; o++) {
    for (let i = 0; i < n; i++) {
      let sum = weights[i * outputs + o];
      for (let k = 0; k < i; k++) sum -= factor[i * n + k] * weights[k * outputs + o];
      weights[i * outputs + o] = sum / factor[i * n + i];
    }
    for (let i = n - 1; i >= 0; i--) {
      let sum = weights[i * outputs + o];
      for (let k = i + 1; k < n; k++) sum -= factor[k * n + i] * weights[k * outputs + o];
      weights[i * outputs + o] = sum / factor[i * n + i];
    }
  }
  return weights;
}

/** `x W`, one value per output. */
export function applyRidge(weights: Float64Array, x: ArrayLike<number>, outputs: number): Float64Array {
  const y = new Float64Array(outputs);
  for (let i = 0; i < x.length; i++) {
    for (let o = 0; o < outputs; o++) y[o] += x[i] * weights[i * outputs + o];
  }
  return y;
}
