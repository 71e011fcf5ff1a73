/** Sum of `taps` products (a multiple of 8). */
function dot(samples: usize, weights: usize, taps: i32): f32 {
  let even = f32x4.splat(0);
  let odd = f32x4.splat(0);
  const end = weights + ((<usize>taps) << 2);
  while (weights < end) {
    even = f32x4.add(even, f32x4.mul(v128.load(samples), v128.load(weights)));
    odd = f32x4.add(odd, f32x4.mul(v128.load(samples, 16), v128.load(weights, 16)));
    samples += 32;
    weights += 32;
  }
  const sum = f32x4.add(even, odd);
  return (
    f32x4.extract_lane(sum, 0) +
    f32x4.extract_lane(sum, 1) +
    (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3))
  );
}

/**
 * `count` outputs of a polyphase filter. Output k stands `position + k * step` after `input`, counted in
 * `unit`ths of an input sample. `table` has `phases + 1` rows of `taps` weights, row r for the fraction
 * r / phases; between two rows the weights are interpolated.
 */
export function resample(
  input: usize,
  table: usize,
  taps: i32,
  phases: i32,
  unit: i32,
  step: i32,
  position: i32,
  output: usize,
  count: i32,
): void {
  const row = (<usize>taps) << 2;
  const stepSamples = step / unit;
  const stepFraction = step % unit;
  let sample = input + ((<usize>(position / unit)) << 2);
  let fraction = position % unit;
  for (let k = 0; k < count; k++) {
    const scaled = fraction * phases;
    const phase = scaled / unit;
    const rest = scaled - phase * unit;
    const weights = table + <usize>phase * row;
    let value = dot(sample, weights, taps);
    if (rest != 0) {
      const next = dot(sample, weights + row, taps);
      value += (next - value) * (<f32>rest / <f32>unit);
    }
    store<f32>(output, value);
    output += 4;
    fraction += stepFraction;
    sample += (<usize>stepSamples) << 2;
    if (fraction >= unit) {
      fraction -= unit;
      sample += 4;
    }
  }
}
