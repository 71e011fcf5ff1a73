import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { LstmWeights } from '../network.ts';
import type { DenseParameters, DenseSpec, LstmSpec } from './trainer-types.ts';

/** Numbers in [0, 1), the same for the same seed. */
export type Random = () => number;

export function createRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  return () => uniformFloat64(generator);
}

/** Weights of Keras's defaults: Glorot-uniform kernels, orthogonal recurrent kernels, forget biases of 1. */
export function initialLstm(spec: LstmSpec, random: Random): LstmWeights[] {
  return spec.units.map((units, layer) => {
    const inputs = layer === 0 ? spec.inputs : spec.units[layer - 1];
    return {
      inputs,
      units,
      kernel: glorotUniform(inputs, 4 * units, random),
      recurrent: orthogonalRows(units, 4 * units, random),
      bias: new Float32Array(4 * units).fill(1, units, 2 * units),
    };
  });
}

export function initialDense(spec: DenseSpec, random: Random): DenseParameters {
  return {
    kernel: glorotUniform(spec.inputs, spec.outputs, random),
    bias: new Float32Array(spec.outputs),
  };
}

/** Glorot & Bengio 2010, equation 16. */
function glorotUniform(rows: number, columns: number, random: Random): Float32Array {
  const limit = Math.sqrt(6 / (rows + columns));
  return Float32Array.from({ length: rows * columns }, () => (2 * random() - 1) * limit);
}

/** Random orthonormal rows (Gram-Schmidt on normally distributed rows), `columns` >= `rows`. */
function orthogonalRows(rows: number, columns: number, random: Random): Float32Array {
  const matrix = Float64Array.from({ length: rows * columns }, () => normal(random));
  for (let row = 0; row < rows; row++) {
    const current = matrix.subarray(row * columns, (row + 1) * columns);
    for (let other = 0; other < row; other++) {
      const unit = matrix.subarray(other * columns, (other + 1) * columns);
      const along = dot(current, unit);
      for (let i = 0; i < columns; i++) current[i] -= along * unit[i];
    }
    const length = Math.sqrt(dot(current, current));
    for (let i = 0; i < columns; i++) current[i] /= length;
  }
  return Float32Array.from(matrix);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** Box & Muller 1958. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
