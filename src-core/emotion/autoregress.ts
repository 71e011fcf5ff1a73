/**
 * Linear forecast from the `lags` pairs up to `step`; pairs before `first` are read as the one there.
 * @param pairs `[steps, 2]`
 * @param weights `[2 lags, outputs]` as the normalisation of a mixture describes them
 * @param target receives the changes from the pair at `step`, `outputs` numbers from `targetOffset` on
 */
export function autoregress(
  pairs: ArrayLike<number>,
  at: { readonly first: number; readonly step: number },
  weights: ArrayLike<number>,
  target: Float32Array | Float64Array,
  targetOffset: number,
  outputs: number,
): void {
  const lags = weights.length / outputs / 2;
  target.fill(0, targetOffset, targetOffset + outputs);
  for (let i = 0; i < 2 * lags; i++) {
    const input = autoregressionInput(pairs, at, lags, i);
    if (input === 0) continue;
    for (let o = 0; o < outputs; o++) target[targetOffset + o] += input * weights[i * outputs + o];
  }
}

/** Input `i` of a linear forecast: offsets of earlier pairs from the newest, oldest first, then the newest itself. */
export function autoregressionInput(
  pairs: ArrayLike<number>,
  { first, step }: { readonly first: number; readonly step: number },
  lags: number,
  i: number,
): number {
  const newest = pairs[2 * step + (i % 2)];
  const back = lags - 1 - (i >> 1);
  return back === 0 ? newest : pairs[2 * Math.max(first, step - back) + (i % 2)] - newest;
}
