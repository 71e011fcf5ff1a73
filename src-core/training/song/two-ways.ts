/** Sequences `[batch, steps, width]` with the steps of each in opposite order. */
export function reverseSteps(values: Float32Array, batch: number, steps: number): Float32Array {
  const width = values.length / (batch * steps);
  const turned = new Float32Array(values.length);
  for (let row = 0; row < batch; row++) {
    for (let step = 0; step < steps; step++) {
      const from = (row * steps + step) * width;
      turned.set(values.subarray(from, from + width), (row * steps + steps - 1 - step) * width);
    }
  }
  return turned;
}

/** Rows of `width` numbers of `a` and `b` side by side: `[rows, 2 * width]`. */
export function joinRows(a: Float32Array, b: Float32Array, width: number): Float32Array {
  const joined = new Float32Array(a.length + b.length);
  for (let row = 0; row * width < a.length; row++) {
    joined.set(a.subarray(row * width, (row + 1) * width), 2 * row * width);
    joined.set(b.subarray(row * width, (row + 1) * width), (2 * row + 1) * width);
  }
  return joined;
}

/** What {@link joinRows} undoes. */
export function splitRows(joined: Float32Array, width: number): [Float32Array, Float32Array] {
  const a = new Float32Array(joined.length / 2);
  const b = new Float32Array(joined.length / 2);
  for (let row = 0; row * width < a.length; row++) {
    a.set(joined.subarray(2 * row * width, (2 * row + 1) * width), row * width);
    b.set(joined.subarray((2 * row + 1) * width, (2 * row + 2) * width), row * width);
  }
  return [a, b];
}
