/** Multiplies values with a factor each, in place: what dropout does to them. */
export function multiply(values: Float32Array, factors: Float32Array): void {
  for (let i = 0; i < values.length; i++) values[i] *= factors[i];
}
