/**
 * A weighted mean over neighbours with triangular weights, symmetric, so that nothing is delayed; at the ends the
 * neighbours that exist are averaged.
 * @param reach neighbours to either side; 0 changes nothing
 */
export function smoothCurve(values: Float32Array, reach: number): Float32Array {
  return values.map((_, at) => {
    let sum = 0;
    let weights = 0;
    for (let i = Math.max(0, at - reach); i <= Math.min(values.length - 1, at + reach); i++) {
      const weight = reach + 1 - Math.abs(i - at);
      sum += weight * values[i];
      weights += weight;
    }
    return sum / weights;
  });
}
