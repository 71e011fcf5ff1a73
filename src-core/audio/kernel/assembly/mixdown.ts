/** A float's bits without its sign. As integers they are in the order of the magnitudes, and NaN comes last. */
function magnitude(value: v128): v128 {
  return v128.and(value, i32x4.splat(0x7fffffff));
}

/**
 * Mean of `channels` channels into `mono`; returns the largest absolute sample of any of them, NaN where one is NaN.
 * Channel c starts at `input + c * stride` (bytes). Reads and writes whole groups of four floats: buffers
 * reach up to the next multiple of four, and what lies behind the last frame is zero.
 */
export function mixdown(input: usize, stride: usize, channels: i32, frames: i32, mono: usize): f32 {
  const scale = f32x4.splat(<f32>1 / <f32>channels);
  const bytes = (<usize>((frames + 3) >> 2)) << 4;
  let peak = i32x4.splat(0);
  for (let offset: usize = 0; offset < bytes; offset += 16) {
    let sum = v128.load(input + offset);
    peak = i32x4.max_s(peak, magnitude(sum));
    let channel = input + stride + offset;
    for (let c = 1; c < channels; c++) {
      const value = v128.load(channel);
      peak = i32x4.max_s(peak, magnitude(value));
      sum = f32x4.add(sum, value);
      channel += stride;
    }
    v128.store(mono + offset, f32x4.mul(sum, scale));
  }
  return reinterpret<f32>(
    max(
      max(i32x4.extract_lane(peak, 0), i32x4.extract_lane(peak, 1)),
      max(i32x4.extract_lane(peak, 2), i32x4.extract_lane(peak, 3)),
    ),
  );
}
